package com.paloaltonetworks.cloudngfw.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealSchedulerTest {

    private final RealScheduler scheduler = new RealScheduler(1);

    @Test
    void aRunEndsWithItsLastActivity() {
        ConcurrentLinkedQueue<Integer> ended = new ConcurrentLinkedQueue<>();
        scheduler.run(activities -> activities.start(
                () -> activities.start(() -> IntStream.range(0, 3).forEach(ended::add))));
        assertThat(ended).containsExactly(0, 1, 2);
    }

    @Test
    void aFailedActivityFailsTheRun() {
        assertThatThrownBy(() -> scheduler.run(activities -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessage("broken");
    }

    @Test
    void parallelResultsKeepTheirOrder() {
        List<Callable<Integer>> work =
                IntStream.range(0, 30).<Callable<Integer>>mapToObj(n -> () -> n).toList();
        assertThat(scheduler.inParallel(work)).isSorted().hasSize(30);
    }

    @Test
    void sleepingLastsAtLeastAsLongAsAsked() {
        Instant before = scheduler.now();
        scheduler.sleep(Duration.ofMillis(2));
        assertThat(scheduler.now()).isAfterOrEqualTo(before.plusMillis(2));
    }
}
