package com.paloaltonetworks.cloudngfw.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualScheduler scheduler = new VirtualScheduler(1, START);

    @Test
    void sleepersWakeInTheOrderOfTheirTimes() {
        List<String> woken = new ArrayList<>();
        scheduler.run(activities -> {
            activities.start(() -> {
                scheduler.sleep(Duration.ofMinutes(20));
                woken.add("late");
            });
            activities.start(() -> {
                scheduler.sleep(Duration.ofMinutes(1));
                woken.add("early");
            });
        });
        assertThat(woken).containsExactly("early", "late");
        assertThat(scheduler.now()).isEqualTo(START.plus(Duration.ofMinutes(20)));
    }

    @Test
    void parallelWorkTakesTheTimeOfItsWaves() {
        List<Callable<Integer>> work = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(number -> () -> {
                    scheduler.sleep(Duration.ofMillis(200));
                    return number;
                })
                .toList();
        List<Integer> results = new ArrayList<>();
        scheduler.run(activities -> results.addAll(scheduler.inParallel(work)));
        assertThat(results)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        assertThat(scheduler.now()).isEqualTo(START.plus(Duration.ofMillis(600)));
    }

    @Test
    void oneSeedGivesOneInterleavingAndOthersGiveOthers() {
        assertThat(interleaving(7)).isEqualTo(interleaving(7));
        Set<List<Integer>> seen = new HashSet<>();
        IntStream.range(0, 10).forEach(seed -> seen.add(interleaving(seed)));
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private static List<Integer> interleaving(long seed) {
        VirtualScheduler scheduler = new VirtualScheduler(seed, START);
        List<Integer> order = new ArrayList<>();
        scheduler.run(activities -> IntStream.range(0, 5).forEach(number -> activities.start(() -> order.add(number))));
        return order;
    }

    @Test
    void parallelWorkEndsBeforeItsFirstFailureIsThrown() {
        List<String> done = new ArrayList<>();
        Callable<String> failing = () -> {
            throw new IllegalArgumentException("first");
        };
        Callable<String> slow = () -> {
            scheduler.sleep(Duration.ofSeconds(5));
            done.add("slow");
            return "slow";
        };
        assertThatThrownBy(() -> scheduler.run(activities -> scheduler.inParallel(List.of(failing, slow))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first");
        assertThat(done).containsExactly("slow");
    }

    @Test
    void noWorkNeedsNoTurn() {
        scheduler.run(activities -> assertThat(scheduler.inParallel(List.of())).isEmpty());
    }
}
