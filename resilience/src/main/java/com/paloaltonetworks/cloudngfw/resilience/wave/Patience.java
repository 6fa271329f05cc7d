package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.ForwardingScheduler;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;

/** A scheduler that loses patience: who waits after the last moment, or after everybody has waited too often, is stopped. */
record Patience(Scheduler scheduler, Instant last, Waits waits) implements ForwardingScheduler {

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
}
