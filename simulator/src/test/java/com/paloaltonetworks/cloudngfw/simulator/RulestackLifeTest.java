package com.paloaltonetworks.cloudngfw.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulestackLifeTest {
    private static final String EDGE = "/v1/config/rulestacks/edge";
    private static final String RULE =
            "{\"Priority\":100,\"RuleEntry\":{\"RuleName\":\"web\",\"Source\":{\"PrefixLists\":[\"pl\"]}}}";

    private final TestClock clock = new TestClock();
    private final Simulator simulator = Simulator.start(World.standard(), clock);
    private final TestCaller caller = new TestCaller(simulator, clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    private void create() {
        var created = caller.post("/v1/config/rulestacks", "{\"RuleStackName\":\"edge\"}");
        assertThat(created.status()).as(created.json().toString()).isEqualTo(200);
    }

    private void commit() {
        assertThat(caller.post(EDGE + "/commit", "{}").status()).isEqualTo(200);
        clock.passSeconds(60);
    }

    @Test
    void aFreshRulestackIsUncommittedWithPresets() {
        create();
        var read = caller.get(EDGE + "?candidate=true&running=true").response();
        assertThat(read.path("RuleStackState").asText()).isEqualTo("Uncommitted");
        assertThat(read.path("RuleStackCandidate").path("UpdateToken").asText()).isEqualTo("1");
        assertThat(read.path("RuleStackCandidate")
                        .path("Profiles")
                        .path("URLFilteringProfile")
                        .asText())
                .isEqualTo("None");
        assertThat(read.has("RuleStackRunning")).isFalse();
    }

    @Test
    void aCommitMakesCandidateAndRunningEqualWhenItsTimeIsOver() {
        create();
        caller.post(EDGE + "/prefixlists", "{\"Name\":\"pl\",\"PrefixList\":[\"10.0.0.0/8\"]}");
        caller.post(EDGE + "/rulelists/LocalRule", RULE);
        caller.post(EDGE + "/commit", "{}");
        assertThat(caller.get(EDGE + "/commit").response().path("CommitStatus").asText())
                .isEqualTo("Pending");
        clock.passSeconds(60);
        assertThat(caller.get(EDGE + "/commit").response().path("CommitStatus").asText())
                .isEqualTo("Success");
        var stack = simulator.tenant().path("Rulestacks").path(0);
        assertThat(stack.path("Running")).isEqualTo(stack.path("Candidate"));
        assertThat(stack.path("RuleStackState").asText()).isEqualTo("Running");
        assertThat(stack.path("CommitCount").asInt()).isEqualTo(1);
    }

    @Test
    void aCommitOfAMissingReferenceFailsAndNamesTheRule() {
        create();
        caller.post(EDGE + "/rulelists/LocalRule", RULE);
        commit();
        var status = caller.get(EDGE + "/commit").response();
        assertThat(status.path("CommitStatus").asText()).isEqualTo("Failed");
        assertThat(status.path("CommitMessages").path(0).asText())
                .isEqualTo("security rule web (LocalRule, priority 100): prefix list pl does not exist");
        assertThat(simulator.tenant().path("Rulestacks").path(0).path("Running").isNull())
                .isTrue();
    }

    @Test
    void deletingACommittedRulestackTakesACommit() {
        create();
        commit();
        assertThat(caller.delete(EDGE).status()).isEqualTo(200);
        var list = caller.get("/v1/config/rulestacks?candidate=true&running=true&uncommitted=true")
                .response();
        assertThat(list.has("RuleStackCandidate")).isFalse();
        assertThat(TestCaller.texts(list.path("RuleStackRunning"))).containsExactly("edge");
        assertThat(list.path("RuleStackUncommitted").path(0).path("Operation").asText())
                .isEqualTo("delete");
        commit();
        assertThat(caller.get(EDGE).reason()).isEqualTo("rulestack edge does not exist");
    }
}
