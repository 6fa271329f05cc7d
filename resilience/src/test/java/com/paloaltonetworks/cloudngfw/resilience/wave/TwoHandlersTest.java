package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.wave.Act.Kind;
import com.paloaltonetworks.cloudngfw.resilience.wave.Interleavings.Explored;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two handlers in every order of their calls that makes a difference, the ends of commits included, on every kind of service.
 * They meet where they have something to do in the same second; {@code -Darrivals=0,1,2,3} lets them meet elsewhere too.
 */
class TwoHandlersTest {

    private static final Resource A = Models.rule("rule-a", "edge-0", 10);
    private static final Resource B = Models.rule("rule-b", "edge-0", 20);
    private static final Resource OTHER_A = A.with("Action", "DenySilent");
    private static final Resource OTHER_B = B.with("Action", "DenySilent");
    private static final Resource STACK = Models.rulestack("edge-0");
    private static final Resource RULE = Models.referring(A);

    /**
     * Rule-b leaves its commit to rule-a for 14 seconds: who comes that much later starts one in the same second (R1). A
     * commit that was started after 15 seconds is pending at 16 and 30 (R2, R3), and over at 44.
     */
    private static final List<Integer> ARRIVALS = Stream.of(
                    System.getProperty("arrivals", "0,14,16,30").split(","))
            .map(Integer::valueOf)
            .toList();

    /** @param name what the two do */
    record Pair(String name, Scenario scenario) {
        Pair with(Knob knob) {
            return new Pair(name + ", " + knob, scenario.withKnobs(Set.of(knob)));
        }

        Pair cancelledAfter(int seconds) {
            return new Pair(
                    name + ", taken back after " + seconds + " s",
                    scenario.withCancelAfter(Duration.ofSeconds(seconds)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> pairs() {
        Stream<Pair> late = ARRIVALS.stream()
                .flatMap(seconds -> Stream.of(
                        pair("creations, a late by " + seconds, create(A, seconds), create(B, 0)),
                        pair("creations, b late by " + seconds, create(A, 0), create(B, seconds))));
        Stream<Pair> together = Stream.of(
                pair("create and delete", create(A, 0), delete(B)),
                pair("create and delete, a late by 16", create(A, 16), delete(B)),
                pair("update and delete", update(A, OTHER_A), delete(B)),
                pair("swap", update(A, A.with("Priority", 20)), update(B, B.with("Priority", 10))),
                pair("poison and innocent", poisoned(A), create(B, 0)),
                pair("poison and innocent, late by 16", poisoned(A), create(B, 16)),
                pair("creations", create(A, 0), create(B, 0)).with(Knob.STALE_FAILURE),
                pair("updates", update(A, OTHER_A), update(B, OTHER_B)).with(Knob.STALE_FAILURE),
                pair("rule and rulestack", create(RULE, 0), update(STACK, Models.changedRulestack("edge-0"))),
                pair("rule and firewall", create(A, 0), create(Models.firewall("fw-1", "edge-0"), 0)));
        Stream<Pair> takenBack = Stream.of(1, 20, 34)
                .flatMap(seconds -> Stream.of(
                        pair("creations", create(A, 0), create(B, 0)).cancelledAfter(seconds),
                        pair("updates", update(A, OTHER_A), update(B, OTHER_B)).cancelledAfter(seconds)));
        return Stream.of(late, together, takenBack).flatMap(pairs -> pairs);
    }

    private static Pair pair(String name, Change... changes) {
        return new Pair(
                name,
                new Scenario(
                        0, Mode.ALL.get(0), Set.of(), Duration.ofSeconds(28), Latency.of(0), List.of(changes), null));
    }

    private static Change create(Resource wanted, int arrival) {
        return change(null, wanted, arrival, false);
    }

    private static Change poisoned(Resource wanted) {
        return change(null, Models.poisoned(wanted), 0, true);
    }

    private static Change update(Resource before, Resource after) {
        return change(before, after, 0, false);
    }

    private static Change delete(Resource before) {
        return change(before, null, 0, false);
    }

    private static Change change(@Nullable Resource before, @Nullable Resource after, int arrival, boolean poisoned) {
        Resource resource = after == null ? before : after;
        return new Change(resource.logicalId(), 0, before, after, Set.of(), Duration.ofSeconds(arrival), poisoned);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void noOrderOfTheirCallsLosesAnythingOfWhichAllAreTried(Pair pair) {
        Map<Mode, Explored> explored = Interleavings.everywhere(pair.scenario());
        explored.values().stream()
                .flatMap(each -> each.broken().stream())
                .findFirst()
                .ifPresent(course -> fail(course.violations() + "\n" + course.scenario() + "\n"
                        + String.join("\n", course.trail().lines())));
        assertThat(explored).hasSize(Mode.ALL.size());
        assertThat(explored.values()).allMatch(Explored::all);
    }

    @Test
    void whoComesFourteenSecondsLaterMayStartACommitWhileAnotherIsPending() {
        Scenario scenario = pair("R1", create(A, 14), create(B, 0)).scenario();
        assertThat(Interleavings.explore(scenario).duringCommits()).contains(Kind.START_COMMIT);
        Mode queue = new Mode(SecondCommit.QUEUE, EditsDuringCommit.ALLOW, CommitSnapshot.START);
        assertThat(Interleavings.explore(scenario.withMode(queue)).commits())
                .containsExactlyInAnyOrder(Map.of("edge-0", 1), Map.of("edge-0", 2));
    }

    @Test
    void whoComesSixteenSecondsLaterWritesAfterTheSnapshot() {
        Explored explored =
                Interleavings.explore(pair("R2", create(A, 16), create(B, 0)).scenario());
        assertThat(explored.duringCommits()).contains(Kind.WRITE);
        assertThat(explored.commits()).containsExactly(Map.of("edge-0", 2));
    }
}
