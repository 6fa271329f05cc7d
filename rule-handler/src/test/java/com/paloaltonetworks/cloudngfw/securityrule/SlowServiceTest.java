package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer takes seconds, in containers that have no token yet: what one invocation has no time for, the next ones do. */
class SlowServiceTest {

    private static final int RULES = 20;
    private static final Duration SPREAD = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0} s a call")
    @ValueSource(ints = {3, 5, 7})
    void twentyRulesAreMadeChangedAndRemovedWithoutALongInvocation(int seconds) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge edge = Edge.handledBy(service.handling(HandlerWrapper::new))) {
            List<ObjectNode> rules = Edge.rules(RULES);
            List<ObjectNode> changed = rules.stream()
                    .map(rule -> Edge.changed(rule, "Action", "DenySilent"))
                    .toList();
            assertSucceeded(service, edge.create(rules, SPREAD));
            assertThat(edge.running()).hasSize(RULES);
            assertSucceeded(service, edge.update(rules, changed, SPREAD));
            assertThat(edge.inForce("rule-7").path("Action").asText()).isEqualTo("DenySilent");
            assertSucceeded(service, edge.delete(changed, SPREAD));
            assertThat(edge.running()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} s a call")
    @ValueSource(ints = {5, 7})
    void whatFailsIsTakenBackWithoutALongInvocation(int seconds) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge edge = Edge.handledBy(service.handling(HandlerWrapper::new))) {
            List<ObjectNode> rules = new ArrayList<>(Edge.rules(2));
            ObjectNode poisoned = Edge.rule("poison", 100);
            poisoned.putObject("Category").putArray("URLCategoryNames").add("no-such-category");
            rules.add(poisoned);
            List<Result> results = edge.create(rules, SPREAD);
            assertSucceeded(service, results.subList(0, 2));
            assertThat(results.get(2).failedWith("InvalidRequest")).isTrue();
            assertThat(edge.running()).hasSize(2).isEqualTo(edge.candidate());
        }
    }

    @ParameterizedTest(name = "{0} s a call")
    @ValueSource(ints = {5, 7})
    void twoRulesChangePlacesWithoutALongInvocation(int seconds) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge edge = Edge.handledBy(service.handling(HandlerWrapper::new))) {
            List<ObjectNode> rules = Edge.rules(2);
            assertSucceeded(service, edge.create(rules, SPREAD));
            List<ObjectNode> swapped = List.of(Edge.moved(rules.get(0), 20), Edge.moved(rules.get(1), 10));
            assertSucceeded(service, edge.update(rules, swapped, SPREAD));
            assertThat(edge.running()).containsExactly("10 rule-2", "20 rule-1").isEqualTo(edge.candidate());
        }
    }

    /** More than one invocation can look at. */
    @Test
    void draftsOfManyStrangersAreNotCommitted() {
        SlowService service = new SlowService(Duration.ofSeconds(7));
        try (Edge edge = Edge.handledBy(service.handling(HandlerWrapper::new))) {
            for (int number = 1; number <= 20; number++) {
                edge.console()
                        .putRule(
                                Driver.REGION,
                                Edge.NAME,
                                Edge.LIST,
                                number,
                                json("{\"RuleName\":\"s" + number + "\"}"));
            }
            Result created = edge.cloudFormation.create(Edge.rule("web", 100));
            assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
            assertThat(created.failedWith("InvalidRequest"))
                    .as(created.message())
                    .isTrue();
            assertThat(created.message()).contains("rule s1 ", "rule s12 ", "and 16 more");
            assertThat(edge.candidate()).hasSize(20);
            assertThat(edge.running()).isEmpty();
        }
    }

    private static void assertSucceeded(SlowService service, List<Result> results) {
        assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.succeeded()).as(result.message()).isTrue());
    }
}
