package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler under which all chances are even, everybody waits whole seconds and calls take no time, so that handlers meet at
 * the same moments; who acts first there is chosen.
 *
 * <p>Only the holder of the baton touches the fields, and handing it over through a semaphore publishes them.
 */
final class ChoosingScheduler implements Scheduler {

    private static final Comparator<Turn> EARLIEST =
            Comparator.comparing(Turn::due).thenComparingLong(Turn::number);

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "chosen-activity");
        thread.setDaemon(true);
        return thread;
    });

    private final Interleavings orders;
    private final List<Turn> turns = new ArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile Instant now;
    private int alive;
    private long numbers;

    ChoosingScheduler(Interleavings orders, Instant start) {
        this.orders = orders;
        this.now = start;
    }

    /** @param act what is to be done when it is this one's turn; null for what others do not see */
    private record Turn(Instant due, long number, @Nullable Act act, Semaphore gate) {}

    @Override
    public Instant now() {
        return now;
    }

    /** Something has happened within the second. */
    void advanceTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    @Override
    public double chance() {
        return 0.5;
    }

    @Override
    public void sleep(Duration duration) {
        Instant due = now.plus(duration).truncatedTo(ChronoUnit.SECONDS);
        await(new Turn(due, numbers++, null, new Semaphore(0)));
    }

    /** Waits until it is the turn of this act. */
    void await(Act act) {
        await(new Turn(now, numbers++, act, new Semaphore(0)));
    }

    private void await(Turn turn) {
        leaveWhatIsKnown();
        turns.add(turn);
        passBaton();
        turn.gate().acquireUninterruptibly();
        leaveWhatIsKnown();
    }

    /** Everybody's way out of a course that needs no end. */
    private void leaveWhatIsKnown() {
        if (orders.isKnown()) {
            throw new CourseKnown();
        }
    }

    /** Thrown out of every wait. */
    static final class CourseKnown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One after the other: what one handler reads at a time commutes. */
    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        List<T> results = new ArrayList<>();
        RuntimeException first = null;
        for (Callable<? extends T> piece : work) {
            try {
                results.add(piece.call());
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
            } catch (Exception checked) {
                throw new IllegalStateException(checked);
            }
        }
        if (first != null) {
            throw first;
        }
        return results;
    }

    @Override
    public void run(Consumer<Activities> root) {
        start(() -> root.accept(this::start));
        passBaton();
        ended.acquireUninterruptibly();
        leaveWhatIsKnown();
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    void start(Runnable activity) {
        alive++;
        Turn turn = new Turn(now, numbers++, null, new Semaphore(0));
        turns.add(turn);
        THREADS.execute(() -> {
            turn.gate().acquireUninterruptibly();
            try {
                activity.run();
            } catch (Throwable thrown) { // an activity's failure is the run's failure, errors included
                failure.compareAndSet(null, thrown);
            } finally {
                end();
            }
        });
    }

    private void end() {
        if (--alive == 0) {
            ended.release();
        } else {
            passBaton();
        }
    }

    private void passBaton() {
        Turn next = unseen(now)
                .orElseGet(() -> chosen().orElseGet(() ->
                        unseen(Instant.MAX).orElseThrow(() -> new IllegalStateException("Nobody is left to run"))));
        turns.remove(next);
        advanceTo(next.due());
        next.gate().release();
    }

    private Optional<Turn> unseen(Instant until) {
        return turns.stream()
                .filter(turn -> turn.act() == null && !turn.due().isAfter(until))
                .min(EARLIEST);
    }

    private Optional<Turn> chosen() {
        List<Turn> open = turns.stream()
                .filter(turn -> turn.act() != null)
                .sorted(Comparator.comparing(turn -> turn.act().who()))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Act act = orders.choose(open.stream().map(Turn::act).toList());
        return open.stream().filter(turn -> act.equals(turn.act())).findFirst();
    }
}
