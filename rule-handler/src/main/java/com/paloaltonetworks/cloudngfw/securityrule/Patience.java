package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.time.Duration;
import java.util.Objects;

/** With another rule that holds a place: a sibling may be about to leave it. Each place is waited for anew. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What of it must pass without a commit: while one runs, the holder perhaps may not leave. */
    private static final Duration CALM = Duration.ofMinutes(1);

    private final Operation<?> op;
    private final RulestackApi rulestack;
    private final DeployProgress progress;

    Patience(Operation<?> op, RulestackApi rulestack) {
        this.op = op;
        this.rulestack = rulestack;
        this.progress = op.progress().getDeploy();
    }

    /** Whether a place that is taken may still be left. */
    boolean lastsFor(int place) {
        if (!Objects.equals(progress.getAwaitedPlace(), place)) {
            progress.setAwaitedPlace(place);
            return beginAgain();
        }
        if (passed().compareTo(LONGEST.minus(CALM)) >= 0
                && rulestack.commitStatus().pending()) {
            return beginAgain();
        }
        return passed().compareTo(LONGEST) < 0;
    }

    /** Nothing is waited for any more. */
    void end() {
        progress.setAwaitedPlace(null);
        progress.setTakenSince(null);
    }

    private boolean beginAgain() {
        progress.setTakenSince(op.platform().now().toEpochMilli());
        return true;
    }

    private Duration passed() {
        long since = Objects.requireNonNull(progress.getTakenSince());
        return Duration.ofMillis(op.platform().now().toEpochMilli() - since);
    }
}
