package com.paloaltonetworks.cloudngfw.executor;

import com.paloaltonetworks.cloudngfw.client.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A deterministic scheduler on a virtual clock: exactly one activity runs at a time, until it waits or ends; then the
 * activity with the earliest due time takes the baton, and the clock jumps to that time. Ties are broken by the seed, so
 * one seed gives one interleaving, and another seed another.
 *
 * <p>{@code now} alone is read from other threads (a simulator's) and therefore volatile.
 */
public final class VirtualScheduler implements Scheduler {

    private static final Comparator<Turn> EARLIEST =
            Comparator.comparing(Turn::due).thenComparingLong(Turn::lot).thenComparingLong(Turn::number);

    private final PriorityQueue<Turn> turns = new PriorityQueue<>(EARLIEST);
    private final Random random;
    private final Relay relay = new Relay(this::passBaton);
    private volatile Instant now;
    private long numbers;

    public VirtualScheduler(long seed, Instant start) {
        this.random = new Random(seed);
        this.now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public double chance() {
        return random.nextDouble();
    }

    @Override
    public void sleep(Duration duration) {
        Turn turn = turnAt(now.plus(duration));
        turns.add(turn);
        passBaton();
        turn.await();
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        Batch<T> batch = new Batch<>(work);
        batch.hands = Math.min(Platform.HANDS, work.size());
        if (batch.hands > 0) {
            batch.caller = turnAt(now);
            for (int hand = batch.hands; hand > 0; hand--) {
                start(() -> workOff(batch));
            }
            passBaton();
            batch.caller.await();
        }
        return Outcome.valuesOf(batch.outcomes);
    }

    private <T> void workOff(Batch<T> batch) {
        while (batch.next < batch.outcomes.size()) {
            int mine = batch.next++;
            batch.outcomes.set(mine, Outcome.of(batch.work.get(mine)));
        }
        if (--batch.hands == 0) {
            turns.add(batch.caller.at(now));
        }
    }

    @Override
    public void run(Consumer<Activities> root) {
        start(() -> root.accept(this::start));
        Outcome.rethrow(relay.run());
    }

    private void start(Runnable activity) {
        Turn turn = turnAt(now);
        turns.add(turn);
        relay.start(turn.gate(), activity);
    }

    private void passBaton() {
        Turn next = turns.poll();
        if (next == null) {
            throw new IllegalStateException(
                    "Nobody is left to run: was sleep or inParallel called outside an activity?");
        }
        if (next.due().isAfter(now)) {
            now = next.due();
        }
        next.gate().release();
    }

    private Turn turnAt(Instant due) {
        return new Turn(due, random.nextLong(), numbers++, new Semaphore(0));
    }

    /** One activity's wish to run again. */
    private record Turn(Instant due, long lot, long number, Semaphore gate) {
        Turn at(Instant time) {
            return new Turn(time, lot, number, gate);
        }

        void await() {
            gate.acquireUninterruptibly();
        }
    }

    private static final class Batch<T> {
        private final List<? extends Callable<? extends T>> work;
        private final List<Outcome<T>> outcomes;
        private Turn caller;
        private int next;
        private int hands;

        Batch(List<? extends Callable<? extends T>> work) {
            this.work = work;
            this.outcomes = new ArrayList<>();
            work.forEach(piece -> outcomes.add(null));
        }
    }
}
