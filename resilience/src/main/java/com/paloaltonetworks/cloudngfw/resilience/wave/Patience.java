package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A scheduler that loses patience: who waits after the last moment, or after everybody has waited too often, is stopped. */
record Patience(Scheduler scheduler, Instant last, Waits waits) implements Scheduler {

    /** A wave of sixty waits a few ten thousand times. */
    private static final int MOST = 5_000_000;

    Patience(Scheduler scheduler, Instant last) {
        this(scheduler, last, new Waits());
    }

    /** How often somebody has waited; the scheduler lets one run at a time. */
    private static final class Waits {
        private int number;
    }

    /** A wave that does not come to its end. */
    static final class Lost extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Lost(String message) {
            super(message);
        }
    }

    @Override
    public void sleep(Duration duration) {
        if (++waits.number > MOST || now().isAfter(last)) {
            throw new Lost(
                    "It is " + now() + ", somebody waits for the " + waits.number + "th time, and no end in sight");
        }
        scheduler.sleep(duration);
    }

    @Override
    public Instant now() {
        return scheduler.now();
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
