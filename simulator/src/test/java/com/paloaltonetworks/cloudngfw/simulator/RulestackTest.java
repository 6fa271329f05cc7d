package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.STACKS;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulestackTest {
    private final TestTenant tenant = TestTenant.standard().withRulestack();
    private final TestCaller caller = tenant.caller;

    @AfterEach
    void close() {
        tenant.close();
    }

    private static String entry(String entry) {
        return TestTenant.json("{'RuleStackEntry':" + entry + "}").toString();
    }

    @Test
    void aSecondOneOfTheSameNameAlreadyExists() {
        var got = caller.post(STACKS, "{\"RuleStackName\":\"edge\"}");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.reason()).isEqualTo("rulestack edge already exists");
    }

    @Test
    void regionsHaveTheirOwnRulestacks() {
        assertThat(caller.in("eu-west-1").get(EDGE).reason()).isEqualTo("rulestack edge does not exist");
    }

    @Test
    void tenIsTheLimit() {
        for (int i = 1; i < 10; i++) {
            accepted(caller.post(STACKS, "{\"RuleStackName\":\"more" + i + "\"}"));
        }
        assertThat(caller.post(STACKS, "{\"RuleStackName\":\"eleventh\"}").reason())
                .startsWith("LimitExceeded");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'RuleStackName':'a b'}                                        | RuleStackName must match",
                "{}                                                             | RuleStackName is required",
                "{'RuleStackName':'a','RuleStackEntry':{'Scope':'Here'}}        | RuleStackEntry/Scope must be one of",
                "{'RuleStackName':'a','RuleStackEntry':{'AccountId':'x'}}       | RuleStackEntry/AccountId must match",
                "{'RuleStackName':'a','RuleStackEntry':{'Description':5}}       | RuleStackEntry/Description must be a string",
                "{'RuleStackName':'a','RuleStackEntry':{'Profiles':{'AntiVirusProfile':'x'}}} | Profiles/AntiVirusProfile must be",
            })
    void aBadBodyIsAnInvalidRequest(String body, String reason) {
        var got = caller.post(STACKS, TestTenant.json(body.replace("\"", "'")).toString());
        assertThat(got.reason()).startsWith("invalid request: ").contains(reason);
    }

    @Test
    void aBodyThatIsNotJsonIsAnInvalidRequest() {
        assertThat(caller.post(STACKS, "<xml/>").reason()).isEqualTo("invalid request: the body is not JSON");
    }

    @Test
    void fieldNamesCountInAnyCaseAndBothSpellings() {
        accepted(caller.put(
                EDGE,
                TestTenant.json("{'rulestackentry':{'DESCRIPTION':'d','Profiles':{"
                                + "'FileBlockingProfile':'Custom','OutboundUnTrustCertificate':'c'}}}")
                        .toString()));
        var entry = caller.get(EDGE).response().path("RuleStackCandidate");
        assertThat(entry.path("Description").asText()).isEqualTo("d");
        assertThat(entry.path("Profiles").path("FileBlockingProfile").asText()).isEqualTo("custom");
        assertThat(entry.path("Profiles").path("OutboundUntrustCertificate").asText())
                .isEqualTo("c");
    }

    @Test
    void anUpdateReplacesTheWholeEntryAndRenewsItsToken() {
        accepted(caller.put(EDGE, entry("{'Description':'one','LookupXForwardedFor':'SecurityPolicy'}")));
        accepted(caller.put(EDGE, entry("{'MinAppIdVersion':'9010-8910'}")));
        var entry = caller.get(EDGE).response().path("RuleStackCandidate");
        assertThat(entry.has("Description")).isFalse();
        assertThat(entry.path("LookupXForwardedFor").asText()).isEqualTo("None");
        assertThat(entry.path("UpdateToken").asText()).isEqualTo("3");
    }

    @Test
    void aStaleTokenIsRefusedAFreshOneAndNoneAreNot() {
        accepted(caller.put(EDGE, entry("{'UpdateToken':'1'}")));
        assertThat(caller.put(EDGE, entry("{'UpdateToken':'1'}")).reason()).endsWith("please provide latest token");
        accepted(caller.put(EDGE, entry("{}")));
    }

    @Test
    void theScopeCannotChange() {
        assertThat(caller.put(EDGE, entry("{'Scope':'Global'}")).reason()).startsWith("invalid request");
    }

    @Test
    void aNeverCommittedOneIsGoneAtOnce() {
        accepted(caller.delete(EDGE));
        assertThat(caller.get(EDGE).reason()).isEqualTo("rulestack edge does not exist");
        assertThat(caller.post(EDGE + "/commit", "{}").reason()).isEqualTo("rulestack edge does not exist");
    }

    @Test
    void aDeletedButUncommittedOneIsOnlyRunning() {
        tenant.commit();
        accepted(caller.delete(EDGE));
        var read = caller.get(EDGE + "?candidate=true&running=true").response();
        assertThat(read.has("RuleStackCandidate")).isFalse();
        assertThat(read.has("RuleStackRunning")).isTrue();
        assertThat(caller.put(EDGE, entry("{}")).reason()).isEqualTo("rulestack edge does not exist");
        accepted(caller.post(EDGE + "/revert", "{}"));
        assertThat(caller.get(EDGE).response().path("RuleStackState").asText()).isEqualTo("Running");
    }

    @Test
    void revertDropsEverythingUncommitted() {
        tenant.commit();
        accepted(caller.put(EDGE, entry("{'Description':'x'}")));
        accepted(caller.post(TestTenant.RULES, TestTenant.rule(1, "r")));
        assertThat(caller.get(EDGE).response().path("RuleStackState").asText()).isEqualTo("Uncommitted");
        accepted(caller.post(EDGE + "/revert", "{}"));
        assertThat(tenant.stack().path("Candidate")).isEqualTo(tenant.stack().path("Running"));
    }

    @Test
    void tagsComeAndGoWithoutACommit() {
        tenant.commit();
        accepted(caller.post(
                EDGE + "/tags", "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]}"));
        accepted(caller.post(EDGE + "/tags", "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"3\"}]}"));
        accepted(caller.call("DELETE", EDGE + "/tags", "{\"TagKeys\":[\"b\"]}"));
        var read = caller.get(EDGE).response();
        assertThat(read.path("RuleStackState").asText()).isEqualTo("Running");
        assertThat(read.path("Tags"))
                .isEqualTo(TestTenant.json("{'T':[{'Key':'a','Value':'3'}]}").path("T"));
        assertThat(read.path("RuleStackCandidate").path("Tags")).isEqualTo(read.path("Tags"));
        assertThat(caller.get(EDGE + "/tags").response().path("Tags")).isEqualTo(read.path("Tags"));
    }

    @Test
    void fiftyTagsAreTheLimit() {
        var body = TestTenant.json("{}");
        for (int i = 0; i < 51; i++) {
            body.withArray("Tags").addObject().put("Key", "k" + i).put("Value", "v");
        }
        assertThat(caller.post(EDGE + "/tags", body.toString()).reason()).startsWith("LimitExceeded");
    }

    @Test
    void listsAreFilteredByScopeAndTag() {
        caller.as(AdminKind.GLOBAL_RULESTACK);
        accepted(caller.post(
                STACKS,
                TestTenant.json("{'RuleStackName':'corp','RuleStackEntry':{'Scope':'Global',"
                                + "'Tags':[{'Key':'team','Value':'net'}]}}")
                        .toString()));
        assertThat(TestCaller.texts(
                        caller.get(STACKS + "?scope=Local").response().path("RuleStackCandidate")))
                .containsExactly("edge");
        assertThat(TestCaller.texts(caller.get(STACKS + "?tagkey=team&tagvalue=net")
                        .response()
                        .path("RuleStackCandidate")))
                .containsExactly("corp");
        var described = caller.get(STACKS + "?describe=true").response().path("RuleStackCandidateDescribe");
        assertThat(described).hasSize(2);
        assertThat(described.path(0).path("RuleStack").path("Scope").asText()).isEqualTo("Global");
    }

    @Test
    void theParametersOfAGetMayStandInItsBody() {
        var read = caller.call("GET", EDGE + "?running=true", "{\"Candidate\":false,\"Running\":false}")
                .response();
        assertThat(read.has("RuleStackCandidate")).isFalse();
    }

    @Test
    void aPageOfAReadHasAtMostAHundred() {
        assertThat(caller.get(EDGE + "?maxresults=101").reason()).startsWith("invalid request: MaxResults");
    }
}
