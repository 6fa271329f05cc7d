package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import java.time.Duration;

/** How long the commit machine waits: seconds to draw from, so that siblings do not act in step. */
enum Pause {
    /** Longer than the longest write retry, so that writers turned away get in before anybody commits again. */
    SETTLE(10, 20),
    OBSERVE(8, 20),
    REWRITE(3, 8),
    /** Longer than the longest observation, so that whoever poisoned a commit has withdrawn before the next one starts. */
    BACK_OFF(21, 30);

    private final long least;
    private final long most;

    Pause(long least, long most) {
        this.least = least;
        this.most = most;
    }

    Duration draw(double chance) {
        return Duration.ofSeconds(least + Math.round((most - least) * chance));
    }

    /** Waits that long, and tells a user why. */
    Outcome before(Operation<?> op, String message) {
        return waiting(op, draw(op.platform().chance()), message);
    }

    static Outcome waiting(Operation<?> op, Duration delay, String message) {
        op.progress().getDeploy().setLastSeen(message);
        return Outcome.waitFor(delay, message);
    }
}
