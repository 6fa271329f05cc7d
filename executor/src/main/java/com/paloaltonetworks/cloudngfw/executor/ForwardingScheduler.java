package com.paloaltonetworks.cloudngfw.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A scheduler that leaves to another what it does not do itself. */
public interface ForwardingScheduler extends Scheduler {

    /** The other one. */
    Scheduler scheduler();

    @Override
    default Instant now() {
        return scheduler().now();
    }

    @Override
    default void sleep(Duration duration) {
        scheduler().sleep(duration);
    }

    @Override
    default double chance() {
        return scheduler().chance();
    }

    @Override
    default <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return scheduler().inParallel(work);
    }

    @Override
    default void run(Consumer<Activities> root) {
        scheduler().run(root);
    }
}
