package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that change places, whether or not the service lets two rules of a list have the same name. */
class MovingRulesTest {

    private static final ObjectNode A = Edge.rule("a", 10);
    private static final ObjectNode B = Edge.rule("b", 20);
    private static final ObjectNode C = Edge.rule("c", 30);

    static Stream<Arguments> namesAndSeeds() {
        return Stream.of(RuleNames.values())
                .flatMap(names -> Stream.of(1L, 2L, 3L, 4L).map(seed -> Arguments.of(names, seed)));
    }

    @ParameterizedTest(name = "names {0}, seed {1}")
    @MethodSource("namesAndSeeds")
    void twoRulesSwapTheirPlaces(RuleNames names, long seed) {
        try (Edge edge = edge(names, seed)) {
            change(edge, List.of(A, B), List.of(Edge.moved(A, 20), Edge.moved(B, 10)));
            assertThat(edge.running()).containsExactly("10 b", "20 a");
        }
    }

    @ParameterizedTest(name = "names {0}, seed {1}")
    @MethodSource("namesAndSeeds")
    void threeRulesRotate(RuleNames names, long seed) {
        try (Edge edge = edge(names, seed)) {
            change(edge, List.of(A, B, C), List.of(Edge.moved(A, 20), Edge.moved(B, 30), Edge.moved(C, 10)));
            assertThat(edge.running()).containsExactly("10 c", "20 a", "30 b");
        }
    }

    @ParameterizedTest(name = "names {0}, seed {1}")
    @MethodSource("namesAndSeeds")
    void neighboursShuffle(RuleNames names, long seed) {
        try (Edge edge = edge(names, seed)) {
            List<Integer> places = new ArrayList<>(List.of(10, 11, 12, 13, 14, 15));
            List<ObjectNode> before = rulesAt(places);
            Collections.shuffle(places, new Random(seed));
            change(edge, before, rulesAt(places));
            assertThat(edge.running())
                    .containsExactlyInAnyOrderElementsOf(rulesAt(places).stream()
                            .map(rule -> rule.path("Priority").asText() + " "
                                    + rule.path("RuleName").asText())
                            .toList());
        }
    }

    /** All of them look for the same few free places beside theirs, and leave places that others are waiting for. */
    @Test
    void sixtyNeighboursMoveInOneCircle() {
        try (Edge edge = Edge.standard()) {
            List<Integer> places = IntStream.rangeClosed(10, 69).boxed().collect(Collectors.toList());
            List<ObjectNode> before = rulesAt(places);
            Collections.rotate(places, 1);
            change(edge, before, rulesAt(places));
            assertThat(edge.running()).hasSize(60).contains("69 rule-0", "10 rule-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleMovesToAFreePlaceUnderOneCommit(RuleNames names) {
        try (Edge edge = edge(names, 1)) {
            int before = edge.commits();
            change(edge, List.of(A), List.of(Edge.moved(A, 25)));
            assertThat(edge.running()).containsExactly("25 a");
            assertThat(edge.commits() - before).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleWaitsInVainForAPlaceThatAStrangerHolds(RuleNames names) {
        try (Edge edge = edge(names, 1)) {
            edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 20, json("{\"RuleName\":\"strange\"}"));
            edge.console().commit(REGION, Edge.NAME);
            edge.cloudFormation.create(A);
            Result moved = edge.cloudFormation.update(A, Edge.moved(A, 20));
            assertThat(moved.failedWith("InvalidRequest")).isTrue();
            assertThat(moved.message()).contains("priority 20", "strange");
            Result created = edge.cloudFormation.create(B);
            assertThat(created.failedWith("InvalidRequest")).isTrue();
            assertThat(created.message()).contains("priority 20", "strange");
            assertThat(edge.candidate()).containsExactly("10 a", "20 strange").isEqualTo(edge.running());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewRuleTakesThePlaceThatASiblingLeaves(RuleNames names) {
        try (Edge edge = edge(names, 3)) {
            edge.create(List.of(A));
            List<Result> results = edge.cloudFormation.together(
                    Duration.ofMillis(100),
                    List.of(Driver.creating("New", Edge.moved(B, 10)), Driver.updating("A", A, Edge.moved(A, 20))));
            assertThat(results).allMatch(Result::succeeded);
            assertThat(edge.running()).containsExactly("10 b", "20 a");
        }
    }

    @ParameterizedTest(name = "names {0}, seed {1}")
    @MethodSource("namesAndSeeds")
    void rulesThatMayNotSwapGoBackToTheirPlaces(RuleNames names, long seed) {
        try (Edge edge = edge(names, seed)) {
            assertThat(edge.create(List.of(A, B))).allMatch(Result::succeeded);
            edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"strange\"}"));
            assertThat(edge.update(List.of(A, B), List.of(Edge.moved(A, 20), Edge.moved(B, 10))))
                    .allMatch(result -> result.failedWith("InvalidRequest"));
            assertThat(edge.running()).containsExactly("10 a", "20 b");
            assertThat(edge.candidate()).containsExactly("10 a", "20 b", "99 strange");
        }
    }

    @ParameterizedTest(name = "names {0}, seed {1}")
    @MethodSource("namesAndSeeds")
    void aRuleWhosePlaceIsTakenForGoodSaysWhereItStays(RuleNames names, long seed) {
        try (Edge edge = edge(names, seed)) {
            assertThat(edge.create(List.of(A, B))).allMatch(Result::succeeded);
            ObjectNode poisoned = Edge.moved(A, 20);
            poisoned.putObject("Category").putArray("URLCategoryNames").add("no-such-category");
            List<Result> results = edge.update(List.of(A, B), List.of(poisoned, Edge.moved(B, 10)));
            assertThat(results.get(0).failedWith("InvalidRequest")).isTrue();
            assertThat(results.get(0).message()).contains("no-such-category", "stays at priority 11", "rule b");
            assertThat(results.get(1).succeeded()).isTrue();
            assertThat(edge.candidate()).containsExactly("10 b", "11 a");
        }
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(ints = {170, 186, 187, 300})
    void aPlaceIsWaitedForAsLongAsACommitKeptItsHolderFromLeaving(int seconds) {
        ApiSettings settings = ApiSettings.standard().withEditsDuringCommit(EditsDuringCommit.REJECT);
        try (Edge edge = Edge.with(settings, 1)) {
            assertThat(edge.create(List.of(A, B))).allMatch(Result::succeeded);
            edge.cloudFormation.service().faults().nextCommitTakes(Edge.NAME, Duration.ofSeconds(seconds));
            edge.after(request -> {
                if (request.method()
                        .equals("DELETE")) { // one has left its place for a free one, the other is yet to move
                    edge.after(next -> {});
                    edge.console().call(REGION, "POST", "/v1/config/rulestacks/edge/commit", json("{}"));
                }
            });
            assertThat(edge.update(List.of(A, B), List.of(Edge.moved(A, 20), Edge.moved(B, 10))))
                    .allSatisfy(result -> assertThat(result.message()).isNull());
            assertThat(edge.running()).containsExactly("10 b", "20 a").isEqualTo(edge.candidate());
        }
    }

    private static Edge edge(RuleNames names, long seed) {
        return Edge.with(ApiSettings.standard().withRuleNames(names), seed);
    }

    /** Makes the rules, changes them, and sees that the candidate lacked none of them at any moment. */
    private static void change(Edge edge, List<ObjectNode> previous, List<ObjectNode> desired) {
        assertThat(edge.create(previous)).allMatch(Result::succeeded);
        Set<String> lost = new TreeSet<>();
        edge.after(request -> {
            if (!request.method().equals("GET")) {
                names(previous)
                        .filter(name ->
                                edge.candidate().stream().noneMatch(place -> place.matches("\\d+ " + name + "(--.*)?")))
                        .forEach(lost::add);
            }
        });
        assertThat(edge.update(previous, desired)).allSatisfy(result -> {
            assertThat(result.message()).isNull();
            assertThat(result.succeeded()).isTrue();
        });
        assertThat(lost).isEmpty();
        assertThat(edge.candidate()).isEqualTo(edge.running());
    }

    private static Stream<String> names(List<ObjectNode> rules) {
        return rules.stream().map(rule -> rule.path("RuleName").asText());
    }

    private static List<ObjectNode> rulesAt(List<Integer> places) {
        List<ObjectNode> rules = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            rules.add(Edge.rule("rule-" + index, places.get(index)));
        }
        return rules;
    }
}
