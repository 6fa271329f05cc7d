package com.paloaltonetworks.cloudngfw.securityrule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What twenty rules of one stack may cost, whatever the service does with a second commit and with edits meanwhile. */
class SecurityRuleBudgetTest {

    private static final int RULES = 20;
    private static final int MOST_COMMITS = 2;
    private static final Duration SPREAD = Duration.ofSeconds(5);
    private static final Duration MOST_TIME = Duration.ofSeconds(60 * 5 / 2 + 20);

    @ParameterizedTest(name = "second commit {0}, edits {1}, snapshot at {2}, seed {3}")
    @MethodSource("com.paloaltonetworks.cloudngfw.securityrule.Services#all")
    void twentyRulesShareTheirCommits(
            SecondCommit second, EditsDuringCommit edits, CommitSnapshot snapshot, long seed) {
        try (Edge edge = Edge.with(Services.api(second, edits, snapshot), seed)) {
            List<ObjectNode> rules = Edge.rules(RULES);
            List<ObjectNode> changed = rules.stream()
                    .map(rule -> Edge.changed(rule, "Action", "DenySilent"))
                    .toList();
            new Wave(edge).of(() -> edge.create(rules, SPREAD));
            assertThat(edge.running()).hasSize(RULES);
            new Wave(edge).of(() -> edge.update(rules, changed, SPREAD));
            assertThat(edge.inForce("rule-7").path("Action").asText()).isEqualTo("DenySilent");
            new Wave(edge).of(() -> edge.delete(changed, SPREAD));
            assertThat(edge.running()).isEmpty();
        }
    }

    @Test
    void aRuleThatIsInForceIsNeitherWrittenNorCommitted() {
        try (Edge edge = Edge.standard()) {
            ObjectNode web = Edge.rule("web", 10);
            edge.cloudFormation.create(web);
            edge.cloudFormation.service().requests().clear();
            Result updated = edge.cloudFormation.update(Edge.changed(web, "Action", "DenySilent"), web);
            assertThat(updated.succeeded()).isTrue();
            assertThat(edge.writes()).isEmpty();
        }
    }

    @Test
    void oneRuleTakesOneWriteAndOneCommit() {
        try (Edge edge = Edge.standard()) {
            ObjectNode web = Edge.rule("web", 10);
            edge.cloudFormation.create(web);
            edge.cloudFormation.service().requests().clear();
            edge.cloudFormation.update(web, Edge.changed(web, "Action", "DenySilent"));
            assertThat(edge.writes())
                    .containsExactly(
                            "PUT /v1/config/rulestacks/{rulestack}/rulelists/{rulelist}/priorities/{priority}",
                            "POST /v1/config/rulestacks/{rulestack}/commit");
        }
    }

    /** One operation on each of many rules, from its first call to its last. */
    private record Wave(Edge edge, int commits, Duration began) {

        Wave(Edge edge) {
            this(edge, edge.commits(), edge.cloudFormation.elapsed());
        }

        void of(Supplier<List<Result>> operations) {
            assertThat(operations.get()).allSatisfy(result -> {
                assertThat(result.message()).isNull();
                assertThat(result.succeeded()).isTrue();
            });
            assertThat(edge.commits() - commits).as("commits").isLessThanOrEqualTo(MOST_COMMITS);
            assertThat(edge.cloudFormation.elapsed().minus(began)).isLessThanOrEqualTo(MOST_TIME);
            assertThat(edge.candidate()).isEqualTo(edge.running());
        }
    }
}
