package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/**
 * When the service takes no edits, as it may while a commit runs, or somebody else was quicker, the edits come back after a
 * few seconds. That is sooner than any sibling starts the next commit, so nobody is left behind. Commits end; who is refused
 * for another reason again and again is told so.
 */
final class EditWindow {

    private static final double LEAST_SECONDS = 3;
    private static final double MOST_SECONDS = 8;

    /** In a row, which takes as long as a place is waited for. Among sixty neighbours that move in one circle it is three. */
    private static final int MOST_CONFLICTS = 30;

    private EditWindow() {}

    static Outcome edit(Operation<?> op, Supplier<Outcome> edits) {
        DeployProgress progress = op.progress().getDeploy();
        try {
            Outcome outcome = edits.get();
            progress.setConflicts(0);
            return outcome;
        } catch (NgfwException failure) {
            return switch (failure.getKind()) {
                case BUSY -> soon(op, failure.getMessage());
                case CONFLICT, STALE -> onceMore(op, failure);
                default -> throw failure;
            };
        }
    }

    private static Outcome onceMore(Operation<?> op, NgfwException conflict) {
        DeployProgress progress = op.progress().getDeploy();
        progress.setConflicts(progress.getConflicts() + 1);
        if (progress.getConflicts() >= MOST_CONFLICTS) {
            progress.setConflicts(0);
            throw new Refusal(
                    HandlerErrorCode.ResourceConflict,
                    "Refused " + MOST_CONFLICTS + " times in a row, last: " + conflict.getMessage());
        }
        return soon(op, conflict.getMessage());
    }

    static Outcome soon(Operation<?> op, String message) {
        op.progress().getDeploy().setLastSeen(message);
        double seconds =
                LEAST_SECONDS + (MOST_SECONDS - LEAST_SECONDS) * op.platform().chance();
        return Outcome.waitFor(Duration.ofSeconds(Math.round(seconds)), message);
    }
}
