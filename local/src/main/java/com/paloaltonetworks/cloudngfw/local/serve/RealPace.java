package com.paloaltonetworks.cloudngfw.local.serve;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Time is the machine's; callers wait themselves, and several work at a time. */
record RealPace(Scheduler scheduler) implements Pace {

    @Override
    public <T> T during(Instant due, Work<T> work) throws IOException {
        return work.run();
    }

    @Override
    public void pass(Duration duration) {
        scheduler.sleep(duration);
    }

    @Override
    public void catchUp() {
        // the scheduler's clock is the machine's
    }

    @Override
    public boolean skipsWaiting() {
        return false;
    }
}
