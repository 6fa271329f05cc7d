package com.paloaltonetworks.cloudngfw.executor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which exactly one runs at a time: an activity holds the baton until it waits or ends. Who gets it next is the
 * scheduler's to say.
 *
 * <p>Only the holder of the baton touches the fields, and handing it over through a semaphore publishes them.
 */
public final class Relay {

    /** Carry the activities of all relays: one that has ended leaves none behind. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });

    private final Runnable passBaton;
    private final Semaphore ended = new Semaphore(0);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int alive;

    /** @param passBaton opens the gate of the activity that runs next */
    public Relay(Runnable passBaton) {
        this.passBaton = passBaton;
    }

    /** Adds an activity that begins when its gate is opened. */
    public void start(Semaphore gate, Runnable activity) {
        alive++;
        THREADS.execute(() -> {
            gate.acquireUninterruptibly();
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
            passBaton.run();
        }
    }

    /** Runs all activities to their end, and says what the first that failed has thrown. */
    public @Nullable Throwable run() {
        passBaton.run();
        ended.acquireUninterruptibly();
        return failure.getAndSet(null);
    }
}
