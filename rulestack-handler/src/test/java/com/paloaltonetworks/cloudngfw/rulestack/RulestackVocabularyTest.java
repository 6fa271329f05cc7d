package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people write, old ones and misspelt ones, and what they are told instead. */
class RulestackVocabularyTest {

    private static final HandlerWrapper TYPE = new HandlerWrapper(new LambdaPlatform());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"ProgrammaticAccessToken":"abc"}                                  | /ProgrammaticAccessToken                | remove it: the handler takes its tokens
        {"UpdateToken":"1"}                                                | /UpdateToken                            | remove it
        {"SecurityObjects":{"PrefixList":{"Name":"a","PrefixList":["10.0.0.1"]}}} | /SecurityObjects/PrefixList      | write PrefixLists: [{Name: a, PrefixList: [10.0.0.1]}]
        {"SecurityObjects":{"FqdnList":{"Name":"a","FqdnList":["a.com"]}}} | /SecurityObjects/FqdnList               | write FqdnLists: [{Name: a, FqdnList: [a.com]}]
        {"SecurityObjects":{"CustomUrlCategory":{"Name":"a","URLTargets":["a.com"]}}} | /SecurityObjects/CustomUrlCategory | write CustomUrlCategories: [{
        {"SecurityObjects":{"IntelligentFeed":{"Name":"a","FeedURL":"http://a","Type":"IP_LIST","Frequency":"HOURLY"}}} | /SecurityObjects/IntelligentFeed | write IntelligentFeeds: [{
        {"SecurityObjects":{"CertificateObject":{"Name":"a","CertificateSelfSigned":true}}}  | /SecurityObjects/CertificateObject | write CertificateObjects: [{
        {"SecurityObjects":{"CertificateLists":[{"Name":"a","CertificateSelfSigned":true}]}} | /SecurityObjects/CertificateLists  | write CertificateObjects: [{
        {"SecurityObjects":{"CustomUrlCategories":[{"Name":"a","UrlTargets":["a.com"]}]}}    | /SecurityObjects/CustomUrlCategories/0/UrlTargets | write URLTargets: [a.com]
        {"CustomSecurityProfiles":{"FileBlocking":[{"FileType":"exe"}]}}   | /CustomSecurityProfiles/FileBlocking    | write FileTypes: [{FileType: exe}]
        {"Tags":{"Env":"prod"}}                                            | /Tags                                   | write Tags: [{Key: Env, Value: prod}]
        """)
    void anOldNameIsToldWithItsPresentForm(String change, String path, String remedy) {
        assertOnly(rulestack(change), path, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "Category":{"IntelligentFeeds":["urls"]}            | /Category/IntelligentFeeds      | write Feeds: [urls]
        "Category":{"UrlCategoryNames":["adult"]}           | /Category/UrlCategoryNames      | write URLCategoryNames: [adult]
        "Tags":{"a":"b"}                                    | /Tags                           | write Tags: [{Key: a, Value: b}]
        "Source":{"PrefixLists":["ofice"]}                  | /Source/PrefixLists/0           | did you mean office?
        "Source":{"PrefixLists":["elephant"]}               | /Source/PrefixLists/0           | there are office, servers
        "Destination":{"FqdnLists":["a"]}                   | /Destination/FqdnLists/0        | SecurityObjects has none
        "Source":{"Feeds":["urls"]}                         | /Source/Feeds/0                 | the feed of this name has another type
        "Sorce":{"Cidrs":["any"]}                           | /Sorce                          | did you mean Source?
        "Action":"Deny"                                     | /Action                         |
        """)
    void aWrongNameInARuleHasARemedy(String member, String path, String remedy) {
        ObjectNode rulestack = rulestack("{}");
        ObjectNode rule = json("{\"RuleName\":\"r\",\"RuleListType\":\"LocalRule\",\"Priority\":1," + member + "}");
        rulestack.putArray("RuleList").add(rule);
        assertOnly(rulestack, "/RuleList/0" + path, remedy);
    }

    private static void assertOnly(ObjectNode rulestack, String path, String remedy) {
        List<Problem> problems = TYPE.problems(rulestack);
        assertThat(problems).extracting(Problem::path).containsExactly(path);
        if (remedy == null) {
            assertThat(problems.get(0).remedy()).isNull();
        } else {
            assertThat(problems.get(0).remedy()).startsWith(remedy);
        }
        assertThat(problems.get(0).line()).doesNotContain("abc");
    }

    private static ObjectNode rulestack(String change) {
        ObjectNode rulestack = json("""
                {"RuleStackName":"edge","SecurityObjects":{
                  "PrefixLists":[{"Name":"office","PrefixList":["10.0.0.0/8"]},{"Name":"servers","PrefixList":["10.1.0.0/16"]}],
                  "IntelligentFeeds":[{"Name":"urls","FeedURL":"https://a","Type":"URL_LIST","Frequency":"DAILY"}]}}""");
        rulestack.setAll(json(change));
        return rulestack;
    }
}
