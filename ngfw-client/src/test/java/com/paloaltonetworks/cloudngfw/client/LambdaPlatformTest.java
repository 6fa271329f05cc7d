package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LambdaPlatformTest {

    private final Platform platform = new LambdaPlatform();

    @Test
    void resultsComeInTheOrderOfTheWork() {
        List<Callable<Integer>> work = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> work.add(() -> i));
        assertThat(platform.inParallel(work))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(platform.<Object>inParallel(List.of())).isEmpty();
    }

    @Test
    void piecesRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> meet = () -> {
            both.countDown();
            both.await();
            return true;
        };
        assertThat(platform.inParallel(List.of(meet, meet))).containsExactly(true, true);
    }

    @Test
    void asManyAsThereAreHandsRunAtTheSameTimeAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch allHands = new CountDownLatch(Platform.HANDS);
        Callable<Boolean> piece = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            allHands.countDown();
            allHands.await();
            running.decrementAndGet();
            return true;
        };
        platform.inParallel(Collections.nCopies(5 * Platform.HANDS, piece));
        assertThat(most).hasValue(Platform.HANDS);
    }

    @Test
    void theFirstFailureInOrderIsThrownUnchangedAfterTheRestHasEnded() {
        AtomicInteger ended = new AtomicInteger();
        IOException first = new IOException("first");
        List<Callable<String>> work = List.of(
                () -> "a" + ended.incrementAndGet(),
                () -> {
                    throw first;
                },
                () -> {
                    throw new IllegalStateException("second");
                },
                () -> "b" + ended.incrementAndGet());
        assertThatThrownBy(() -> platform.inParallel(work)).isSameAs(first);
        assertThat(ended).hasValue(2);
    }

    @Test
    void workWithinWorkDoesNotGetStuck() {
        Callable<Integer> inner = () -> 1;
        Callable<Integer> outer =
                () -> platform.inParallel(List.of(inner, inner, inner)).size();
        List<Callable<Integer>> work = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> work.add(outer));
        assertThat(platform.inParallel(work)).hasSize(50).containsOnly(3);
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Callable<String> waiting = () -> {
            begun.countDown();
            end.await();
            return "done";
        };
        Callable<String> interrupting = () -> {
            begun.await();
            caller.interrupt();
            return "done";
        };
        assertThatThrownBy(() -> platform.inParallel(List.of(interrupting, waiting)))
                .hasMessageContaining("interrupted");
        end.countDown();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void timeAndChanceAreReal() {
        assertThat(platform.now()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(platform.chance()).isBetween(0.0, 1.0);
        assertThat(platform.network()).isInstanceOf(JdkNetwork.class);
        platform.pause(Duration.ofNanos(1));
        Thread.currentThread().interrupt();
        platform.pause(Duration.ofHours(1));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void siblingsDrawDifferentChances() {
        assertThat(IntStream.range(0, 20).mapToObj(sibling -> new LambdaPlatform().chance()))
                .doesNotHaveDuplicates();
    }
}
