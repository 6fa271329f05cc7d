package com.paloaltonetworks.cloudngfw.securityrule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CloudFormation cancels a wave of operations at some moment, and takes them back while a commit may be under way. */
class RolledBackRulesTest {

    private static final int RULES = 6;
    private static final Duration SPREAD = Duration.ofSeconds(5);
    private static final Duration LONGER_THAN_ALL_COMMITS = Duration.ofMinutes(5);

    @ParameterizedTest(name = "second commit {0}, edits {1}, snapshot at {2}, seed {3}")
    @MethodSource("com.paloaltonetworks.cloudngfw.securityrule.Services#all")
    void whatIsTakenBackStaysBack(SecondCommit second, EditsDuringCommit edits, CommitSnapshot snapshot, long seed) {
        try (Edge edge = Edge.with(Services.api(second, edits, snapshot), seed)) {
            AtomicReference<Instant> end = new AtomicReference<>(Instant.MAX);
            edge.cloudFormation.with(request -> request.toBuilder()
                    .cancelled(() -> edge.cloudFormation.scheduler().now().isAfter(end.get()))
                    .build());
            List<ObjectNode> rules = Edge.rules(RULES);
            List<ObjectNode> changed = rules.stream()
                    .map(rule -> Edge.changed(rule, "Action", "DenySilent"))
                    .toList();
            assertThat(edge.create(rules, SPREAD)).allMatch(Result::succeeded);
            end.set(momentIn(edge, 90));
            edge.update(rules, changed, SPREAD);
            end.set(Instant.MAX);
            assertThat(edge.update(changed, rules, SPREAD)).allMatch(Result::succeeded);
            settle(edge);
            assertThat(rules)
                    .allSatisfy(rule -> assertThat(
                                    edge.inForce(rule.path("RuleName").asText())
                                            .path("Action")
                                            .asText())
                            .isEqualTo("Allow"));
            List<ObjectNode> more = rules.stream()
                    .map(rule -> Edge.rule(
                            "new-" + rule.path("RuleName").asText(),
                            rule.path("Priority").asInt() + 5))
                    .toList();
            end.set(momentIn(edge, 90));
            edge.create(more, SPREAD);
            end.set(Instant.MAX);
            assertThat(edge.delete(more, SPREAD))
                    .allMatch(result -> result.succeeded() || result.failedWith("NotFound"));
            settle(edge);
            assertThat(edge.running()).hasSize(RULES).isEqualTo(edge.candidate());
        }
    }

    @Test
    void aRuleWhoseRulestackIsGoneWhenItIsToBeWithdrawnFailsAllTheSame() {
        try (Edge edge = Edge.standard()) {
            edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is bad today");
            edge.before(request -> {
                if (request.method().equals("DELETE")) {
                    edge.console().deleteRulestack(Driver.REGION, Edge.NAME);
                }
            });
            Result created = edge.cloudFormation.create(Edge.rule("web", 10));
            assertThat(created.failedWith("InvalidRequest"))
                    .as(created.message())
                    .isTrue();
            assertThat(created.message()).contains("edge", "does not exist");
        }
    }

    /** Somewhere in the next seconds, by the seed. */
    private static Instant momentIn(Edge edge, long seconds) {
        return edge.cloudFormation
                .scheduler()
                .now()
                .plusMillis(Math.round(
                        1000 * seconds * edge.cloudFormation.scheduler().chance()));
    }

    /** Until whatever still runs in the service has ended. */
    private static void settle(Edge edge) {
        edge.cloudFormation
                .scheduler()
                .run(activities -> edge.cloudFormation.scheduler().sleep(LONGER_THAN_ALL_COMMITS));
    }
}
