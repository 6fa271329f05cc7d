package com.paloaltonetworks.cloudngfw.local.serve;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Nobody waits: when a caller comes back, the clock first moves to the moment until which it was asked to wait. Between
 * calls simulated time passes as the machine's does, so that a tool which only looks at the API sees its commit end.
 *
 * <p>A virtual clock serves one invocation at a time; others queue in order of arrival, for milliseconds.
 */
final class VirtualPace implements Pace {

    private final Scheduler scheduler;
    private final InstantSource machine;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Instant seen;

    VirtualPace(Scheduler scheduler, InstantSource machine) {
        this.scheduler = scheduler;
        this.machine = machine;
        this.seen = machine.instant();
    }

    @Override
    public <T> T during(Instant due, Work<T> work) throws IOException {
        AtomicReference<T> result = new AtomicReference<>();
        turn.lock();
        try {
            moveWithTheMachine();
            run(() -> {
                sleepUntil(due);
                result.set(unchecked(work));
            });
            return result.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            turn.unlock();
        }
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void pass(Duration duration) {
        turn.lock();
        try {
            run(() -> scheduler.sleep(duration));
        } finally {
            turn.unlock();
        }
    }

    /** While an invocation is under way the clock is its own. */
    @Override
    public void catchUp() {
        if (turn.tryLock()) {
            try {
                moveWithTheMachine();
            } finally {
                turn.unlock();
            }
        }
    }

    @Override
    public boolean skipsWaiting() {
        return true;
    }

    private void moveWithTheMachine() {
        Instant wall = machine.instant();
        Duration passed = Duration.between(seen, wall);
        seen = wall;
        if (passed.compareTo(Duration.ZERO) > 0) {
            run(() -> scheduler.sleep(passed));
        }
    }

    private void sleepUntil(Instant due) {
        Duration left = Duration.between(scheduler.now(), due);
        if (left.compareTo(Duration.ZERO) > 0) {
            scheduler.sleep(left);
        }
    }

    private void run(Runnable activity) {
        scheduler.run(activities -> activity.run());
    }
}
