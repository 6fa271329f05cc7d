package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.ThirdParty.Act;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.stream.Stream;

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

    private static final Resource WITH_ALL = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
             "RuleStackName":"blue","GlobalRuleStackName":"over","LinkId":"link-1",
             "AppIdVersion":"8433-6838","AutomaticUpgradeAppIdVersion":false,
             "SubnetMappings":[{"SubnetId":"subnet-1"}]}""");

    private static final Resource WITH_ALL_ELSE = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
             "RuleStackName":"blue","GlobalRuleStackName":"above","LinkId":"link-2",
             "AppIdVersion":"8457-6925","AutomaticUpgradeAppIdVersion":false,
             "SubnetMappings":[{"SubnetId":"subnet-1"}]}""");

    /** Neither a link nor a global rulestack. */
    private static final Resource WITH_LESS = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
             "RuleStackName":"blue","AppIdVersion":"8433-6838","AutomaticUpgradeAppIdVersion":false,
             "SubnetMappings":[{"SubnetId":"subnet-1"}]}""");

    private static final Resource OWN_ENDPOINTS = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"CustomerManaged",
             "Description":"one","RuleStackName":"blue","SubnetMappings":[{"AvailabilityZone":"us-east-1a"}]}""");

    private static final Resource OWN_ENDPOINTS_OF_MANY_VPCS = firewall("""
            {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"CustomerManaged",
             "Description":"one","RuleStackName":"blue","MultiVpcEnable":true,
             "SubnetMappings":[{"AvailabilityZone":"us-east-1b"},{"AvailabilityZone":"us-east-1c"}]}""");

    private static final Setting SETTING = new Setting(
            "NGFW",
            FirewallStories::others,
            Setting.NOTHING,
            List.of("/rulestacks/", "/ngfirewalls/their-wall"),
            somebodyAt("blue"));

    private FirewallStories() {}

    static List<Story> all() {
        return Stream.of(ofOneRulestack(), ofTwoRulestacks(), ofOwnEndpoints())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Story> ofOneRulestack() {
        return List.of(
                SETTING.create(FIRST),
                SETTING.withSomebody(somebodyAt("green")).update(FIRST, SECOND),
                SETTING.delete(FIRST),
                SETTING.read(FIRST, firewall("{\"FirewallName\":\"wall\",\"AccountId\":\"123456789012\"}")),
                SETTING.list(FIRST, firewall("{}")));
    }

    private static List<Story> ofTwoRulestacks() {
        return List.of(
                SETTING.create(WITH_ALL)
                        .withOperation("create with link, version and global rulestack")
                        .withFocus(FirewallStories::isOfTwoRulestacks),
                SETTING.update(WITH_ALL, WITH_ALL_ELSE)
                        .withOperation("update of link, version and global rulestack")
                        .withFocus(FirewallStories::isOfTwoRulestacks),
                SETTING.update(WITH_ALL, WITH_LESS)
                        .withOperation("update to no link and no global rulestack")
                        .withFocus(FirewallStories::isOfTwoRulestacks));
    }

    private static List<Story> ofOwnEndpoints() {
        return List.of(
                SETTING.create(OWN_ENDPOINTS)
                        .withOperation("create with endpoints of one's own")
                        .withFocus(FirewallStories::isOfEndpoints),
                SETTING.update(OWN_ENDPOINTS, OWN_ENDPOINTS_OF_MANY_VPCS)
                        .withOperation("update of endpoints of one's own")
                        .withFocus(FirewallStories::isOfEndpoints));
    }

    private static void others(Console console) {
        Acts.makeForeignRulestack(console, "blue");
        Acts.makeForeignRulestack(console, "green");
        Acts.makeForeignRulestack(console, "over", "Global");
        Acts.makeForeignRulestack(console, "above", "Global");
        console.call(REGION, "POST", "/v1/config/ngfirewalls", Acts.json("""
                {"FirewallName":"their-wall","AccountId":"123456789012","VpcId":"vpc-2","EndpointMode":"ServiceManaged",
                 "Description":"theirs","SubnetMappings":[{"SubnetId":"subnet-9"}],"RuleStackName":"blue"}"""));
    }

    /** The rulestacks have no draft that a revert could drop; a commit is pending all the same, and goes to the devices. */
    private static ThirdParty somebodyAt(String rulestack) {
        return ThirdParty.nobody()
                .with(Act.FOREIGN_EDIT, Acts.editOfFirewall("their-wall"))
                .with(Act.OWN_EDIT, Acts.editOfFirewall(NAME))
                .with(Act.COMMIT, Acts.commitOf(rulestack))
                .with(Act.REMOVAL, service -> service.console().deleteFirewall(REGION, NAME))
                .with(Act.RULESTACK_REMOVAL, Acts.removalOf(rulestack));
    }

    /** The rest happens with one rulestack too. */
    private static boolean isOfTwoRulestacks(Point point) {
        return point.call()
                .matches(
                        "STS .*|.*/mgmt/tokens/.*|.*/(over|above)(/.*)?|.*/wall/(link|contentversion|globalrulestack)");
    }

    private static boolean isOfEndpoints(Point point) {
        return point.call().matches(".*/ngfirewalls(/wall(/subnets)?)?");
    }

    private static Resource firewall(String json) {
        return Resource.of(ResourceKind.FIREWALL, "Firewall", json);
    }
}
