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

    private static final Setting SETTING = new Setting(
            "NGFW",
            FirewallStories::others,
            List.of(NAME, "blue", "green", "AssumeRole", "/v1/"),
            "Firewalls/wall/",
            List.of("/rulestacks/", "/ngfirewalls/their-wall"),
            new ThirdParty(
                    Acts.editOfFirewall("their-wall"),
                    Acts.editOfFirewall(NAME),
                    Acts.commitOf("blue"),
                    Acts.revertOf("blue"),
                    service -> service.console().deleteFirewall(REGION, NAME),
                    "Firewalls/wall/"));

    private FirewallStories() {}

    static List<Story> all() {
        return List.of(
                SETTING.create(FIRST),
                SETTING.update(FIRST, SECOND),
                SETTING.delete(FIRST),
                SETTING.read(FIRST, firewall("{\"FirewallName\":\"wall\",\"AccountId\":\"123456789012\"}")),
                SETTING.list(FIRST, firewall("{}")));
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
