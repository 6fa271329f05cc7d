package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.RULES;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    private final TestTenant tenant = TestTenant.standard().withRulestack();
    private final TestCaller caller = tenant.caller;

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void aRuleOfANameAloneHasAllPresets() {
        accepted(caller.post(RULES, rule(5, "web")));
        assertThat(caller.get(RULES + "/priorities/5?Candidate=true").response().path("RuleEntryCandidate"))
                .isEqualTo(json("{'RuleName':'web','Enabled':true,'Source':{'Cidrs':['Any']},'NegateSource':false,"
                        + "'Destination':{'Cidrs':['Any']},'NegateDestination':false,'Applications':['Any'],"
                        + "'Action':'Allow','Logging':false,'Protocol':'application-default','UpdateToken':'1'}"));
    }

    @Test
    void bothSpellingsOfCategoryFeedsAreRead() {
        accepted(caller.post(
                RULES,
                json("{'Priority':1,'RuleEntry':{'RuleName':'r','Category':{'IntelligentFeeds':['f']},"
                                + "'ProtPortList':['TCP:443'],'InboundInspectionCertificate':'c_1'}}")
                        .toString()));
        var entry = caller.get(RULES + "/priorities/1").response().path("RuleEntryCandidate");
        assertThat(entry.path("Category")).isEqualTo(json("{'Feeds':['f']}"));
        assertThat(entry.has("Protocol")).isFalse();
    }

    @Test
    void aTakenPriorityAlreadyExists() {
        accepted(caller.post(RULES, rule(5, "web")));
        assertThat(caller.post(RULES, rule(5, "dns")).reason()).isEqualTo("security rule LocalRule 5 already exists");
        accepted(caller.post(RULES.replace("LocalRule", "PreRule"), rule(5, "dns")));
    }

    @Test
    void updatesReplaceAndCheckTokens() {
        accepted(caller.post(RULES, rule(5, "web")));
        String path = RULES + "/priorities/5";
        accepted(caller.put(
                path,
                json("{'RuleEntry':{'RuleName':'renamed','UpdateToken':'1'}}").toString()));
        assertThat(caller.put(
                                path,
                                json("{'RuleEntry':{'RuleName':'x','UpdateToken':'1'}}")
                                        .toString())
                        .reason())
                .endsWith("please provide latest token");
        assertThat(caller.get(path)
                        .response()
                        .path("RuleEntryCandidate")
                        .path("RuleName")
                        .asText())
                .isEqualTo("renamed");
    }

    @Test
    void whatIsNotThereCannotBeReadChangedOrDeleted() {
        String path = RULES + "/priorities/7";
        for (var got : List.of(caller.get(path), caller.put(path, rule(7, "a")), caller.delete(path))) {
            assertThat(got.reason()).isEqualTo("security rule LocalRule 7 does not exist");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'RuleEntry':{'RuleName':'r'}}                                              | Priority is required",
                "{'Priority':0,'RuleEntry':{'RuleName':'r'}}                                 | Priority must be from 1",
                "{'Priority':1000001,'RuleEntry':{'RuleName':'r'}}                           | Priority must be from 1",
                "{'Priority':1,'RuleEntry':{'RuleName':'a b'}}                               | RuleName must match",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','Action':'Deny'}}                 | Action must be one of",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','Source':{'Cidrs':['10.0.0.0/33']}}} | Source/Cidrs/0 must be an IP",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','Source':{'Cidrs':['host']}}}     | Source/Cidrs/0 must be an IP",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','ProtPortList':['TCP:99999']}}    | ProtPortList/0 must be",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','Enabled':'yes'}}                 | Enabled must be true or false",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','DecryptionRuleType':'x'}}        | DecryptionRuleType must be",
                "{'Priority':1,'RuleEntry':{'RuleName':'r','Tags':[{'Key':'k'}]}}            | Tags/0/Value is required",
            })
    void aBadRuleIsAnInvalidRequest(String body, String reason) {
        assertThat(caller.post(RULES, json(body).toString()).reason())
                .startsWith("invalid request: ")
                .contains(reason);
    }

    @Test
    void twoHundredTagsAreTheLimit() {
        var body = json(rule(1, "r").replace('"', '\''));
        for (int i = 0; i < 201; i++) {
            body.withObject("/RuleEntry")
                    .withArray("Tags")
                    .addObject()
                    .put("Key", "k" + i)
                    .put("Value", "v");
        }
        assertThat(caller.post(RULES, body.toString()).reason()).startsWith("LimitExceeded");
    }

    @Test
    void anUnknownListIsAnInvalidRequest() {
        assertThat(caller.get(RULES.replace("LocalRule", "MyRule")).reason()).startsWith("invalid request: rule list");
    }

    @Test
    void uncommittedChangesHaveTheirOperation() {
        accepted(caller.post(RULES, rule(1, "kept")));
        accepted(caller.post(RULES, rule(2, "changed")));
        accepted(caller.post(RULES, rule(3, "removed")));
        tenant.commit();
        accepted(caller.put(RULES + "/priorities/2", rule(2, "renamed")));
        accepted(caller.delete(RULES + "/priorities/3"));
        accepted(caller.post(RULES, rule(4, "added")));
        var list = caller.get(RULES + "?candidate=true&running=true&uncommitted=true")
                .response();
        assertThat(list.path("RuleEntryUncommitted"))
                .isEqualTo(json("{'U':[{'Priority':2,'RuleName':'renamed','Operation':'update'},"
                                + "{'Priority':3,'RuleName':'removed','Operation':'delete'},"
                                + "{'Priority':4,'RuleName':'added','Operation':'add'}]}")
                        .path("U"));
        assertThat(list.path("RuleEntryCandidate").findValuesAsText("Priority")).containsExactly("1", "2", "4");
        assertThat(list.path("RuleEntryRunning").findValuesAsText("Priority")).containsExactly("1", "2", "3");
    }

    @Test
    void pagesComeInOrderOfPriorityAndEndWithoutAToken() {
        List<Integer> priorities = List.of(1000, 20, 3, 999_999, 100);
        priorities.forEach(priority -> accepted(caller.post(RULES, rule(priority, "r" + priority))));
        List<Integer> seen = new ArrayList<>();
        String token = "";
        do {
            var page = accepted(caller.get(RULES + "?maxresults=2" + token)).response();
            page.path("RuleEntryCandidate")
                    .forEach(rule -> seen.add(rule.path("Priority").asInt()));
            String next = page.path("NextToken").asText();
            assertThat(next).matches("[-0-9A-Za-z:/+=]*");
            token = next.isEmpty() ? "" : "&nexttoken=" + next.replace("+", "%2B");
        } while (!token.isEmpty());
        assertThat(seen).containsExactly(3, 20, 100, 1000, 999_999);
    }

    @ParameterizedTest
    @CsvSource({"maxresults=0", "maxresults=1025", "maxresults=x", "nexttoken=abc"})
    void aBadPageIsAnInvalidRequest(String query) {
        assertThat(caller.get(RULES + "?" + query).reason()).startsWith("invalid request");
    }
}
