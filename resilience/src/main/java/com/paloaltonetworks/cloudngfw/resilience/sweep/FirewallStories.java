package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;

/** A firewall beside a foreign one, on rulestacks that others made. */
final class FirewallStories {

    private static final String NAME = "wall";

    private static final Resource FIRST = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
             "Description":"one","RuleStackName":"blue",
             "SubnetMappings":[{"SubnetId":"subnet-1"},{"SubnetId":"subnet-2"}],
             "LogDestinationConfigs":[
               {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"}],
             "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""");

    private static final Resource SECOND = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
             "Description":"two","RuleStackName":"green",
             "SubnetMappings":[{"SubnetId":"subnet-2"},{"SubnetId":"subnet-3"}],
             "LogDestinationConfigs":[
               {"LogDestination":"threats","LogDestinationType":"S3","LogType":"THREAT"}],
             "Tags":[{"Key":"team","Value":"security"}]}""");

    private FirewallStories() {}

    static List<Story> all() {
        return List.of(
                story("create", Story.Action.CREATE).wanted(FIRST).build(),
                story("update", Story.Action.UPDATE)
                        .before(FIRST)
                        .wanted(SECOND)
                        .build(),
                story("delete", Story.Action.DELETE).before(FIRST).wanted(FIRST).build(),
                story("read", Story.Action.READ)
                        .before(FIRST)
                        .wanted(firewall("{\"FirewallName\":\"wall\",\"AccountId\":\"123456789012\"}"))
                        .build(),
                story("list", Story.Action.LIST)
                        .before(FIRST)
                        .wanted(firewall("{}"))
                        .build());
    }

    private static Story.StoryBuilder story(String operation, Story.Action action) {
        return Story.builder()
                .name("NGFW " + operation)
                .action(action)
                .stage(FirewallStories::others)
                .names(List.of(NAME, "blue", "green", "AssumeRole", "/v1/"))
                .place("Firewalls/wall/")
                .foreign(List.of("/rulestacks/", "/ngfirewalls/their-wall"))
                .somebody(new ThirdParty(
                        Acts.editOfFirewall("their-wall"),
                        Acts.editOfFirewall(NAME),
                        Acts.commitOf("blue"),
                        Acts.revertOf("blue"),
                        service -> service.console().deleteFirewall(REGION, NAME),
                        "Firewalls/wall/"));
    }

    private static void others(Console console) {
        Acts.makeForeignRulestack(console, "blue");
        Acts.makeForeignRulestack(console, "green");
        console.call(REGION, "POST", "/v1/config/ngfirewalls", Acts.json("""
                {"FirewallName":"their-wall","AccountId":"123456789012","VpcId":"vpc-2","EndpointMode":"ServiceManaged",
                 "Description":"theirs","SubnetMappings":[{"SubnetId":"subnet-9"}],"RuleStackName":"blue"}"""));
    }

    private static Resource firewall(String json) {
        return Resource.of(ResourceKind.FIREWALL, "Firewall", json);
    }
}
