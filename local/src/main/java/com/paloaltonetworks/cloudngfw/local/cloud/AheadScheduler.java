package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.executor.ForwardingScheduler;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;

/** A scheduler whose clock is ahead of another's: after virtual minutes have passed, real time goes on from there. */
record AheadScheduler(Scheduler scheduler, Duration ahead) implements ForwardingScheduler {

    @Override
    public Instant now() {
        return scheduler.now().plus(ahead);
    }
}
