package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A scheduler whose clock is ahead of another's: after virtual minutes have passed, real time goes on from there. */
record AheadScheduler(Scheduler scheduler, Duration ahead) implements Scheduler {

    @Override
    public Instant now() {
        return scheduler.now().plus(ahead);
    }

    @Override
    public void sleep(Duration duration) {
        scheduler.sleep(duration);
    }

    @Override
    public double chance() {
        return scheduler.chance();
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return scheduler.inParallel(work);
    }

    @Override
    public void run(Consumer<Activities> root) {
        scheduler.run(root);
    }
}
