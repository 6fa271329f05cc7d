package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.ThirdParty.Act;
import java.util.List;
import java.util.stream.Stream;

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

    /** One list is different; all that the update to {@link #SECOND} keeps is gone. */
    private static final Resource LESS = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Description":"less","Deploy":"YES"},
             "SecurityObjects":{"FqdnLists":[{"Name":"updates","FqdnList":["c.example.com"]}]}}""");

    private static final Resource DRAFT = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Description":"one","Deploy":"NO"},
             "SecurityObjects":{"PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16"],"Description":"one"}]},
             "RuleList":[
               {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office"]},
                "Destination":{"Cidrs":["any"]},"Action":"Allow"}]}""");

    private static final Resource ANOTHER_DRAFT = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Local","Description":"two","Deploy":"NO"},
             "SecurityObjects":{"PrefixLists":[{"Name":"office","PrefixList":["10.2.0.0/16"],"Description":"two"}]},
             "RuleList":[
               {"RuleName":"patch","RuleListType":"LocalRule","Priority":30,"Source":{"PrefixLists":["office"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent"}]}""");

    private static final Resource GLOBAL = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Global","Description":"one","Deploy":"YES"},
             "RuleList":[
               {"RuleName":"first","RuleListType":"PreRule","Priority":20,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Applications":["ssl"],"Action":"Allow"},
               {"RuleName":"second","RuleListType":"PreRule","Priority":30,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Action":"Allow"},
               {"RuleName":"rest","RuleListType":"PostRule","Priority":20,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent"},
               {"RuleName":"never","RuleListType":"PostRule","Priority":30,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent"}]}""");

    private static final Resource ANOTHER_GLOBAL = resource("""
            {"RuleStackName":"edge",
             "RuleStack":{"Scope":"Global","Description":"two","Deploy":"YES"},
             "RuleList":[
               {"RuleName":"first","RuleListType":"PreRule","Priority":20,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Applications":["ssh"],"Action":"Allow"},
               {"RuleName":"rest","RuleListType":"PostRule","Priority":20,"Source":{"Cidrs":["any"]},
                "Destination":{"Cidrs":["any"]},"Action":"DenySilent","Logging":true}]}""");

    private static final Setting SETTING = new Setting(
            "RuleStack",
            console -> Acts.makeForeignRulestack(console, "theirs"),
            console -> Acts.addForeignEntries(console, NAME, "LocalRule"),
            Setting.FOREIGN,
            Acts.somebodyIn(NAME, Acts.editOfPrefixList(NAME, "office")));

    /** Nobody commits or reverts a draft but whoever asked for it: afterwards nothing says what had to come of it. */
    private static final Setting OF_DRAFTS = SETTING.withLateFurnishing(Setting.NOTHING)
            .withSomebody(SETTING.somebody().without(Act.COMMIT, Act.REVERT));

    private static final Setting OF_ALL_ACCOUNTS = SETTING.withLateFurnishing(
                    console -> Acts.addForeignEntries(console, NAME, "PreRule"))
            .withSomebody(Acts.somebodyIn(NAME, Acts.editOfRule(NAME, "PreRule", "first")));

    private RulestackStories() {}

    static List<Story> all() {
        return Stream.of(ofAllKinds(), ofFileTypes(), ofDrafts(), ofAllAccounts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Story> ofAllKinds() {
        return List.of(
                SETTING.create(FIRST),
                SETTING.update(FIRST, SECOND),
                SETTING.update(FIRST, LESS).withOperation("update to less").withFocus(RulestackStories::isOfLess),
                SETTING.delete(FIRST),
                SETTING.read(FIRST, resource("{\"RuleStackName\":\"edge\"}")),
                SETTING.list(FIRST, resource("{}")));
    }

    private static Setting whereSomebodyEdits(String fileType) {
        return SETTING.withSomebody(SETTING.somebody().with(Act.OWN_EDIT, Acts.editOfFileType(NAME, fileType)));
    }

    private static List<Story> ofFileTypes() {
        return List.of(
                whereSomebodyEdits("exe")
                        .create(WITH_FILE_TYPE)
                        .withOperation("create with file types")
                        .withFocus(RulestackStories::isOfFileTypes),
                whereSomebodyEdits("dll")
                        .update(WITH_FILE_TYPE, WITH_ANOTHER_FILE_TYPE)
                        .withOperation("update of file types")
                        .withFocus(RulestackStories::isOfFileTypes));
    }

    private static List<Story> ofDrafts() {
        return List.of(
                OF_DRAFTS.create(DRAFT).withOperation("create of a draft").withFocus(RulestackStories::isOfDrafts),
                OF_DRAFTS
                        .update(DRAFT, ANOTHER_DRAFT)
                        .withOperation("update of a draft")
                        .withFocus(RulestackStories::isOfDrafts));
    }

    private static List<Story> ofAllAccounts() {
        return List.of(
                OF_ALL_ACCOUNTS
                        .create(GLOBAL)
                        .withOperation("create of a global one")
                        .withFocus(RulestackStories::isOfGlobals),
                OF_ALL_ACCOUNTS
                        .update(GLOBAL, ANOTHER_GLOBAL)
                        .withOperation("update of a global one")
                        .withFocus(RulestackStories::isOfGlobals),
                OF_ALL_ACCOUNTS.delete(GLOBAL).withOperation("delete of a global one"));
    }

    /** The service has some fifty of them and all are read in the same way: one of those that nobody names stands for all. */
    private static boolean isOfFileTypes(Point point) {
        return point.call().matches(".*/filetypes(/(exe|dll|PE))?");
    }

    /** Everything else happens in the other update too. */
    private static boolean isOfLess(Point point) {
        return point.isWrite()
                && point.call().matches(".*/(prefixlists|fqdnlists|feeds|certificates|urlcustomcategories)/.*");
    }

    /** What is asked of local and global ones alike is disturbed with the local one. */
    private static boolean isOfGlobals(Point point) {
        return point.call()
                .matches("STS .*|.*/mgmt/tokens/.*|.*/(PreRule|PostRule)(/.*)?|.*/rulestacks(/edge(/commit)?)?");
    }

    /** The listings of what the draft does not have are left out. */
    private static boolean isOfDrafts(Point point) {
        return point.call().matches("STS .*|.*/mgmt/tokens/.*|.*/(prefixlists|LocalRule)(/.*)?|.*/rulestacks(/edge)?");
    }

    private static Resource resource(String json) {
        return Resource.of(ResourceKind.RULESTACK, "Edge", json);
    }
}
