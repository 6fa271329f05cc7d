package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.List;

/** A rulestack with an object of every kind, two rules and tags; entries of others live in it. */
final class RulestackStories {

    private static final String NAME = "edge";

    private static final Resource FIRST = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Description":"one","Deploy":"YES",
               "Profiles":{"AntiSpywareProfile":"BestPractice","OutboundTrustCertificate":"root"}},
             "SecurityObjects":{
               "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16","192.168.7.1"],"Description":"one"}],
               "FqdnLists":[{"Name":"updates","FqdnList":["a.example.com","b.example.com"]}],
               "CustomUrlCategories":[{"Name":"games","URLTargets":["games.example.com/"],"Action":"block"}],
               "IntelligentFeeds":[{"Name":"bad","Certificate":"root","FeedURL":"https://feeds.example.com/bad",
                 "Type":"IP_LIST","Frequency":"HOURLY"}],
               "CertificateObjects":[{"Name":"root","CertificateSelfSigned":true}]},
             "RuleList":[
               {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office"]},
                "Destination":{"FqdnLists":["updates"]},"Applications":["ssl","web-browsing"],"Action":"Allow"},
               {"RuleName":"rest","RuleListType":"LocalRule","Priority":30,"Source":{"Feeds":["bad"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent","Logging":true}],
             "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""");

    /** Something of everything is different, one object is gone and one is new, and the rules change places. */
    private static final Resource SECOND = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Description":"two","Deploy":"YES",
               "Profiles":{"AntiSpywareProfile":"None"}},
             "SecurityObjects":{
               "PrefixLists":[{"Name":"office","PrefixList":["10.2.0.0/16"],"Description":"two"},
                 {"Name":"branch","PrefixList":["10.3.0.0/16"]}],
               "CustomUrlCategories":[{"Name":"games","URLTargets":["play.example.com/"],"Action":"alert"}],
               "IntelligentFeeds":[{"Name":"bad","Certificate":"root","FeedURL":"https://feeds.example.com/worse",
                 "Type":"IP_LIST","Frequency":"HOURLY"}],
               "CertificateObjects":[{"Name":"root","CertificateSelfSigned":true,"Description":"two"}]},
             "RuleList":[
               {"RuleName":"patch","RuleListType":"LocalRule","Priority":30,"Source":{"PrefixLists":["branch"]},
                "Destination":{"Cidrs":["any"]},"Applications":["ssl"],"Action":"Allow"},
               {"RuleName":"rest","RuleListType":"LocalRule","Priority":20,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent"}],
             "Tags":[{"Key":"team","Value":"security"}]}""");

    private static final Resource WITH_FILE_TYPE = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Deploy":"YES","Profiles":{"FileBlockingProfile":"Custom"}},
             "CustomSecurityProfiles":{"FileTypes":[{"FileType":"exe","Direction":"both","Action":"block"}]}}""");

    private static final Resource WITH_ANOTHER_FILE_TYPE = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Deploy":"YES","Profiles":{"FileBlockingProfile":"Custom"}},
             "CustomSecurityProfiles":{"FileTypes":[{"FileType":"dll","Direction":"upload","Action":"alert"}]}}""");

    private static final Setting SETTING = new Setting(
            "RuleStack",
            console -> Acts.makeForeignRulestack(console, "theirs"),
            List.of(NAME, "AssumeRole", "/v1/"),
            "Rulestacks/edge/",
            List.of("/rulestacks/theirs", "/foreign-list", "/priorities/900"),
            new ThirdParty(
                    Acts.editOfForeignList(NAME),
                    Acts.editOfPrefixList(NAME, "office"),
                    Acts.commitOf(NAME),
                    Acts.revertOf(NAME),
                    service -> service.console().deleteRulestack(REGION, NAME),
                    "Rulestacks/edge/"));

    private RulestackStories() {}

    static List<Story> all() {
        return List.of(
                SETTING.create(FIRST),
                SETTING.update(FIRST, SECOND),
                SETTING.delete(FIRST),
                SETTING.read(FIRST, resource("{\"RuleStackName\":\"edge\"}")),
                SETTING.list(FIRST, resource("{}")),
                SETTING.create(WITH_FILE_TYPE)
                        .withOperation("create with file types")
                        .withFocus(RulestackStories::isOfFileTypes),
                SETTING.update(WITH_FILE_TYPE, WITH_ANOTHER_FILE_TYPE)
                        .withOperation("update of file types")
                        .withFocus(RulestackStories::isOfFileTypes));
    }

    /** The service has some fifty of them and all are read in the same way: one of those that nobody names stands for all. */
    private static boolean isOfFileTypes(Point point) {
        return point.call().matches(".*/filetypes(/(exe|dll|PE))?");
    }

    private static Resource resource(String json) {
        return Resource.of(ResourceKind.RULESTACK, "Edge", json);
    }
}
