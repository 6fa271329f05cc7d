package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.wave.Interleavings.Explored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two handlers in every order of their calls that makes a difference, the ends of commits included, on every kind of service.
 * At most {@code -Dorders=1000} of each pair.
 */
class TwoHandlersTest {

    private static final int MOST = Integer.getInteger("orders", 40);
    private static final Resource A = Models.rule("rule-a", "edge-0", 10);
    private static final Resource B = Models.rule("rule-b", "edge-0", 20);

    static Stream<Map.Entry<String, Scenario>> pairs() {
        Map<String, Scenario> pairs = new TreeMap<>();
        pairs.put("create and create", of(null, A, null, B, null));
        pairs.put("create and delete", of(null, A, B, null, null));
        pairs.put("swap", of(A, A.with("Priority", 20), B, B.with("Priority", 10), null));
        for (int seconds : List.of(1, 20, 34)) {
            Duration after = Duration.ofSeconds(seconds);
            pairs.put("creations taken back after " + seconds + " s", of(null, A, null, B, after));
            pairs.put(
                    "updates taken back after " + seconds + " s",
                    of(A, A.with("Action", "DenySilent"), B, B.with("Action", "DenySilent"), after));
        }
        return pairs.entrySet().stream();
    }

    private static Scenario of(
            @Nullable Resource a,
            @Nullable Resource wantedA,
            @Nullable Resource b,
            @Nullable Resource wantedB,
            @Nullable Duration cancelAfter) {
        return new Scenario(
                0,
                Mode.ALL.get(0),
                Set.of(),
                Duration.ofSeconds(28),
                Latency.of(0),
                List.of(
                        new Change("rule-a", 0, a, wantedA, Set.of(), Duration.ZERO, false),
                        new Change("rule-b", 0, b, wantedB, Set.of(), Duration.ZERO, false)),
                cancelAfter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void noOrderOfTheirCallsLosesAnything(Map.Entry<String, Scenario> pair) {
        int orders = 0;
        int whole = 0;
        for (Mode mode : Mode.ALL) {
            Explored explored = Interleavings.explore(pair.getValue().withMode(mode), MOST);
            explored.broken().stream()
                    .findFirst()
                    .ifPresent(course -> fail(course.violations() + "\n" + course.scenario() + "\n"
                            + String.join("\n", course.trail().lines())));
            System.out.printf("  %s %s: %d orders, %s, %d courses%n", pair.getKey(), mode, explored.orders(), explored.all(), explored.courses());
            orders += explored.orders();
            whole += explored.all() ? 1 : 0;
        }
        System.out.printf("%s: %d orders; all there are in %d of 12 modes%n", pair.getKey(), orders, whole);
        assertThat(orders).isGreaterThanOrEqualTo(Mode.ALL.size());
    }
}
