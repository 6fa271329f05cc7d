package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;

/** A rule in a rulestack whose other entries are somebody else's. */
final class RuleStories {

    private static final String RULESTACK = "shared";

    private static final Resource FIRST = rule("Web", """
            {"RuleStackName":"shared","RuleListType":"LocalRule","RuleName":"web","Priority":20,
             "Description":"one","Source":{"Cidrs":["10.0.0.0/8","192.168.0.0/16"]},"Destination":{"Cidrs":["any"]},
             "Applications":["ssl","web-browsing"],"ProtPortList":["TCP:443"],"Action":"Allow","Logging":true,
             "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""");

    private static final Resource SECOND = rule("Web", """
            {"RuleStackName":"shared","RuleListType":"LocalRule","RuleName":"web","Priority":20,
             "Description":"two","Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Countries":["DE","NO"]},
             "Applications":["any"],"Action":"DenySilent","Logging":false,
             "Tags":[{"Key":"team","Value":"security"}]}""");

    private static final Resource MOVED = FIRST.with("Priority", 40).with("Description", "moved");

    private static final Resource PARTNER = rule("Mail", """
            {"RuleStackName":"shared","RuleListType":"LocalRule","RuleName":"mail","Priority":30,
             "Source":{"Cidrs":["any"]},"Destination":{"Cidrs":["any"]},"Applications":["smtp"],"Action":"Allow"}""");

    private static final Setting SETTING = new Setting(
            "SecurityRule",
            RuleStories::others,
            List.of(RULESTACK, "AssumeRole", "/v1/"),
            "Rulestacks/shared/",
            List.of("/rulestacks/theirs", "/foreign-list", "/priorities/900"),
            new ThirdParty(
                    Acts.editOfForeignList(RULESTACK),
                    Acts.editOfRule(RULESTACK, "web"),
                    Acts.commitOf(RULESTACK),
                    Acts.revertOf(RULESTACK),
                    service -> service.console().deleteRulestack(REGION, RULESTACK),
                    "Rulestacks/shared/"));

    private RuleStories() {}

    static List<Story> all() {
        return List.of(
                SETTING.create(FIRST),
                SETTING.update(FIRST, SECOND),
                SETTING.update(FIRST, MOVED).withOperation("move"),
                SETTING.update(FIRST, FIRST.with("Priority", 30))
                        .withOperation("swap")
                        .withPartner(new Story.Partner(PARTNER, PARTNER.with("Priority", 20))),
                SETTING.delete(FIRST),
                SETTING.read(FIRST, rule("Web", """
                        {"RuleStackName":"shared","RuleListType":"LocalRule","RuleName":"web"}""")),
                SETTING.list(FIRST, rule("Web", """
                        {"RuleStackName":"shared","RuleListType":"LocalRule"}""")));
    }

    private static void others(Console console) {
        Acts.makeForeignRulestack(console, "theirs");
        Acts.makeForeignRulestack(console, RULESTACK);
    }

    private static Resource rule(String logicalId, String json) {
        return Resource.of(ResourceKind.SECURITY_RULE, logicalId, json);
    }
}
