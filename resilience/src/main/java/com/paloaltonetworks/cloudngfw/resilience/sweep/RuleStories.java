package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.stream.Stream;

/** A rule in a rulestack whose other entries are somebody else's. */
final class RuleStories {

    private static final String SHARED = "shared";
    private static final String GLOBAL = "everywhere";

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

    private static final Resource REFERRING = rule("Web", """
            {"RuleStackName":"shared","RuleListType":"LocalRule","RuleName":"web","Priority":20,
             "Source":{"PrefixLists":["list"],"Feeds":["feed"]},"Destination":{"FqdnLists":["names"]},
             "Category":{"URLCategoryNames":["games"]},"DecryptionRuleType":"SSLInboundInspection",
             "InboundInspectionCertificate":"root","Action":"Allow"}""");

    private static final Resource BEFORE_ALL = rule("Web", """
            {"RuleStackName":"everywhere","RuleListType":"PreRule","RuleName":"web","Priority":20,
             "Description":"one","Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Cidrs":["any"]},
             "Applications":["ssl"],"Action":"Allow"}""");

    private static final Setting SETTING = new Setting(
            "SecurityRule",
            RuleStories::others,
            Setting.NOTHING,
            Setting.FOREIGN,
            Acts.somebodyIn(SHARED, Acts.editOfRule(SHARED, "LocalRule", "web")));

    private static final Setting AMONG_OBJECTS = SETTING.withFurnishing(console -> {
        others(console);
        Acts.addObjectsOfEveryKind(console, SHARED);
    });

    private static final Setting IN_A_GLOBAL_ONE = new Setting(
            "SecurityRule",
            RuleStories::othersAndAGlobalOne,
            Setting.NOTHING,
            Setting.FOREIGN,
            Acts.somebodyIn(GLOBAL, Acts.editOfRule(GLOBAL, "PreRule", "web")));

    private RuleStories() {}

    static List<Story> all() {
        return Stream.concat(ofLocals().stream(), ofGlobals().stream()).toList();
    }

    private static List<Story> ofLocals() {
        return List.of(
                SETTING.create(FIRST),
                AMONG_OBJECTS
                        .create(REFERRING)
                        .withOperation("create with references")
                        .withFocus(RuleStories::isOfObjects),
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

    private static List<Story> ofGlobals() {
        return List.of(
                IN_A_GLOBAL_ONE
                        .create(BEFORE_ALL)
                        .withOperation("create in a global rulestack")
                        .withFocus(RuleStories::isOfGlobals),
                IN_A_GLOBAL_ONE
                        .update(BEFORE_ALL, BEFORE_ALL.with("Description", "two"))
                        .withOperation("update in a global rulestack")
                        .withFocus(RuleStories::isOfGlobals),
                IN_A_GLOBAL_ONE
                        .delete(BEFORE_ALL)
                        .withOperation("delete in a global rulestack")
                        .withFocus(RuleStories::isOfGlobals));
    }

    private static void others(Console console) {
        Acts.makeForeignRulestack(console, "theirs");
        Acts.makeForeignRulestack(console, SHARED);
    }

    private static void othersAndAGlobalOne(Console console) {
        others(console);
        Acts.makeForeignRulestack(console, GLOBAL, "Global");
    }

    /** A rule asks for an object of each kind that it names. */
    private static boolean isOfObjects(Point point) {
        return point.call().matches(".*/shared/(prefixlists|fqdnlists|feeds|urlcustomcategories|certificates)(/.*)?");
    }

    /** What is asked of local and global rulestacks alike is disturbed with the local one. */
    private static boolean isOfGlobals(Point point) {
        return point.call().matches("STS .*|.*/mgmt/tokens/.*|.*/PreRule(/.*)?|.*/everywhere(/commit)?");
    }

    private static Resource rule(String logicalId, String json) {
        return Resource.of(ResourceKind.SECURITY_RULE, logicalId, json);
    }
}
