package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * When the service takes no edits, as it may while a commit runs, or somebody else was quicker, the edits come back after a
 * few seconds. That is sooner than any sibling starts the next commit, so nobody is left behind.
 */
final class EditWindow {

    private static final double LEAST_SECONDS = 3;
    private static final double MOST_SECONDS = 8;

    private EditWindow() {}

    static Outcome edit(Operation<?> op, Supplier<Outcome> edits) {
        try {
            return edits.get();
        } catch (NgfwException failure) {
            return switch (failure.getKind()) {
                case CONFLICT, BUSY, STALE -> soon(op, failure.getMessage());
                default -> throw failure;
            };
        }
    }

    static Outcome soon(Operation<?> op, String message) {
        op.progress().getDeploy().setLastSeen(message);
        double seconds =
                LEAST_SECONDS + (MOST_SECONDS - LEAST_SECONDS) * op.platform().chance();
        return Outcome.waitFor(Duration.ofSeconds(Math.round(seconds)), message);
    }
}
