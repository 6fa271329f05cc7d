package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.core.Messages;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** Whose fault a commit's failure is: ours if it names us or nobody else is there, otherwise that of others, who get time. */
final class Blame {

    /** How many commits may fail because of others. */
    private static final int MOST_FAILURES_OF_OTHERS = 9;

    /** Leaves room for what a message goes on with. */
    private static final int LONGEST_QUOTE = 250;

    private final Operation<?> op;
    private final CommitTarget target;
    private final DeployProgress progress;

    Blame(Operation<?> op, CommitTarget target) {
        this.op = op;
        this.target = target;
        this.progress = op.progress().getDeploy();
    }

    /** Takes note of a fresh failure. The reason to fail, if it is ours or that of others once too often. */
    Optional<Refusal> of(CommitStatus status, Standing standing) {
        progress.setFresh(false);
        progress.setStarts(0);
        String said = said(status);
        if (messages(status).stream().anyMatch(target::isNamedIn) || isLeftAlone(standing)) {
            return Optional.of(new Refusal(HandlerErrorCode.InvalidRequest, commit() + " failed: " + said));
        }
        progress.setOthersFailures(progress.getOthersFailures() + 1);
        if (progress.getOthersFailures() < MOST_FAILURES_OF_OTHERS) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                HandlerErrorCode.NotStabilized,
                commit() + " failed because of: " + Messages.cut(said, LONGEST_QUOTE)
                        + "; this resource itself was not named, and whose change is meant cannot be told."
                        + " Uncommitted besides: " + standing.others()));
    }

    /** Longer each time, so that whoever is to blame gets to withdraw. */
    Outcome backOff(CommitStatus status) {
        Duration delay = Pause.BACK_OFF.draw(op.platform().chance()).multipliedBy(progress.getOthersFailures());
        return Pause.waiting(
                op,
                delay,
                "A commit of rulestack " + target.rulestack().name() + " failed because of others: " + said(status));
    }

    /** Who poisoned a commit that several shared may have withdrawn by now; of one that nobody shared, it was us. */
    private boolean isLeftAlone(Standing standing) {
        progress.setFailuresAlone(standing.isAlone() ? progress.getFailuresAlone() + 1 : 0);
        boolean shared = target.hasSiblings() || !progress.isStartedAlone();
        return progress.getFailuresAlone() > (shared ? 1 : 0);
    }

    private String commit() {
        return "Commit of rulestack " + target.rulestack().name();
    }

    private static String said(CommitStatus status) {
        List<String> messages = messages(status);
        return messages.isEmpty() ? "the service gave no reason" : String.join("; ", messages);
    }

    private static List<String> messages(CommitStatus status) {
        return Stream.concat(status.commitMessages().stream(), status.validateMessages().stream())
                .distinct()
                .toList();
    }
}
