package com.paloaltonetworks.cloudngfw.simulator.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way of a running configuration to a firewall's devices.
 *
 * @param failure why the devices will refuse it; null if they will not
 * @param former what is reported until it starts; null if nothing is
 */
public record Push(
        Instant startsAt,
        Instant endsAt,
        @Nullable String failure,
        @Nullable Push former) {
    /** The push to report on. */
    public @Nullable Push reportedAt(Instant now) {
        return now.isBefore(startsAt) ? former : this;
    }

    public Push withoutFormer() {
        return new Push(startsAt, endsAt, failure, null);
    }
}
