package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            rules.add(poisoned(Edge.rule("poison", 100)));
            List<Result> results = edge.create(rules, SPREAD);
            assertSucceeded(service, results.subList(0, 2));
            assertThat(results.get(2).failedWith("InvalidRequest")).isTrue();
            assertThat(edge.running()).hasSize(2).isEqualTo(edge.candidate());
        }
    }

    @ParameterizedTest(name = "{0} s a call, names {1}")
    @CsvSource({"5, FREE", "7, FREE", "7, UNIQUE"})
    void aMoveThatFailsIsTakenBackWithoutALongInvocation(int seconds, RuleNames names) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge edge = edge(service, names)) {
            List<ObjectNode> rules = Edge.rules(2);
            assertSucceeded(service, edge.create(rules, SPREAD));
            Result moved = edge.cloudFormation.update(rules.get(0), poisoned(Edge.moved(rules.get(0), 25)));
            assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
            assertThat(moved.failedWith("InvalidRequest")).as(moved.message()).isTrue();
            assertThat(edge.running()).containsExactly("10 rule-1", "20 rule-2").isEqualTo(edge.candidate());
        }
    }

    @ParameterizedTest(name = "{0} s a call, names {1}")
    @CsvSource({"5, FREE", "7, FREE", "7, UNIQUE"})
    void aRuleThatCannotGoBackStaysBesideWithoutALongInvocation(int seconds, RuleNames names) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge edge = edge(service, names)) {
            List<ObjectNode> rules = Edge.rules(2);
            assertSucceeded(service, edge.create(rules, SPREAD));
            List<ObjectNode> swapped = List.of(poisoned(Edge.moved(rules.get(0), 20)), Edge.moved(rules.get(1), 10));
            List<Result> results = edge.update(rules, swapped, SPREAD);
            assertSucceeded(service, results.subList(1, 2));
            assertThat(results.get(0).message()).contains("no-such-category", "stays at priority 11");
            assertThat(edge.candidate()).containsExactly("10 rule-2", "11 rule-1");
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

    private static Edge edge(SlowService service, RuleNames names) {
        return Edge.handledBy(
                service.handling(HandlerWrapper::new), ApiSettings.standard().withRuleNames(names));
    }

    private static ObjectNode poisoned(ObjectNode rule) {
        rule.putObject("Category").putArray("URLCategoryNames").add("no-such-category");
        return rule;
    }

    private static void assertSucceeded(SlowService service, List<Result> results) {
        assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.succeeded()).as(result.message()).isTrue());
    }
}
