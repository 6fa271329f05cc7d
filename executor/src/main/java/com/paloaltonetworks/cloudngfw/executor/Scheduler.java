package com.paloaltonetworks.cloudngfw.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs activities that wait: on the wall clock, or on a virtual one where waiting costs nothing. */
public interface Scheduler {

    Instant now();

    /** Lets the calling activity wait. */
    void sleep(Duration duration);

    /** A number in [0, 1) from the scheduler's seed. */
    double chance();

    /**
     * Does all pieces of work, several at a time; the calling activity waits for them. Results come in the order given;
     * when pieces fail, the rest still ends and the first failure in that order is thrown, unchanged.
     */
    <T> List<T> inParallel(List<? extends Callable<? extends T>> work);

    /** Runs the root activity and every activity it starts; returns when all have ended, throwing the first failure. */
    void run(Consumer<Activities> root);

    /** Starts further activities of the same run; callable from any of them. */
    @FunctionalInterface
    interface Activities {
        void start(Runnable activity);
    }
}
