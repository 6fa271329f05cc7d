package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.Messages;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.util.Objects;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/**
 * What comes between an operation's failure and the telling of it: its entries leave the candidate, where one that is
 * poisoned would fail everybody's next commit, and one that is half written would come into force with it.
 */
final class Withdrawal {

    /** So that in the end there is room for what remains, and a callback context stays small. */
    private static final int LONGEST_REASON = 600;

    private static final int LONGEST_OBSTACLE = 200;

    private final Operation<?> op;
    private final CommitTarget target;
    private final DeployProgress progress;

    Withdrawal(Operation<?> op, CommitTarget target) {
        this.op = op;
        this.target = target;
        this.progress = op.progress().getDeploy();
    }

    boolean isDue() {
        return progress.getFailureCode() != null;
    }

    /** Makes it due. */
    void remember(HandlerErrorCode code, String message) {
        progress.setFailureCode(code.name());
        progress.setFailureMessage(Messages.cut(message, LONGEST_REASON));
        progress.setRewriting(false);
        progress.setLook(null);
    }

    CommitStatus status() {
        try {
            return target.rulestack().commitStatus();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) { // deleted for good; content will tell whether that was wanted
                return new CommitStatus(null, null, null, null);
            }
            throw failure;
        }
    }

    /**
     * Does what this invocation has time for.
     *
     * @return done when a commit had brought the content into force before it was withdrawn: the candidate is to keep it
     * @throws Refusal the remembered failure, once everything is withdrawn or cannot be
     */
    Outcome goOn() {
        String remains;
        try {
            Outcome outcome = takeBack();
            if (!outcome.isDone()) {
                return outcome;
            }
            if (target.hasSiblings() && target.standing().inRunning()) {
                return forget();
            }
            remains = Objects.requireNonNullElse(progress.getAftermath(), "") + target.leftInForce();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND || op.progress().allowsAnother(failure)) {
                throw failure;
            }
            remains = obstacle(failure);
        } catch (Refusal refusal) {
            remains = obstacle(refusal);
        }
        throw new Refusal(
                HandlerErrorCode.valueOf(String.valueOf(progress.getFailureCode())),
                Messages.fit(String.valueOf(progress.getFailureMessage()), remains));
    }

    private Outcome takeBack() {
        if (status().pending()) {
            return Pause.OBSERVE.before(op, "Rulestack " + target.rulestack().name() + " is being committed");
        }
        if (progress.isWithdrawn()) {
            return Outcome.done();
        }
        Outcome withdrawn = withdraw();
        if (!withdrawn.isDone()) {
            return withdrawn;
        }
        progress.setWithdrawn(true);
        if (op.budget().isSpent()) {
            return Outcome.handOver(
                    "Took back what it wrote to rulestack " + target.rulestack().name());
        }
        return target.hasSiblings() && status().pending()
                ? Pause.OBSERVE.before(
                        op,
                        "Sees what a commit of rulestack " + target.rulestack().name() + " takes along")
                : withdrawn;
    }

    private Outcome withdraw() {
        try {
            return target.withdraw();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) { // what went with its rulestack needs no taking back
                return Outcome.done();
            }
            throw failure;
        }
    }

    private Outcome forget() {
        progress.setFailureCode(null);
        progress.setFailureMessage(null);
        progress.setWithdrawn(false);
        return Outcome.done();
    }

    private String obstacle(RuntimeException failure) {
        return progress.isWithdrawn()
                ? ""
                : "; taking it back failed: " + Messages.cut(String.valueOf(failure.getMessage()), LONGEST_OBSTACLE);
    }
}
