package com.paloaltonetworks.cloudngfw.simulator.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commit or validation under way.
 *
 * @param snapshot what it was started with; null when it looks at the candidate at its end, or commits a deletion
 * @param deletion whether the rulestack was marked for deletion when it started
 * @param failure the message with which it is bound to fail
 */
public record Job(
        Instant endsAt,
        @Nullable Configuration snapshot,
        boolean deletion,
        @Nullable String failure) {}
