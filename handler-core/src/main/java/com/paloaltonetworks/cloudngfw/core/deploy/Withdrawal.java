package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.Messages;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.util.Objects;
import java.util.Optional;
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
        progress.setFailureMessage(Messages.cutForContext(message, LONGEST_REASON));
        progress.setRewriting(false);
        progress.setEarlierRemovals(null);
        forgetLook();
        op.progress().setFailures(0); // patience anew: what is to be taken back is another matter
    }

    private void forgetLook() {
        progress.setLook(null);
        progress.setLookDue(false);
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
            Optional<Outcome> next = next();
            if (next.isPresent()) {
                return next.get();
            }
            remains = told() + target.leftInForce();
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

    /** Empty when nothing is left to do. */
    private Optional<Outcome> next() {
        if (isBeingCommitted()) {
            return Optional.of(Pause.OBSERVE.before(op, "Sees what a commit of rulestack " + name() + " takes along"));
        }
        boolean looked = progress.isMaybeInForce();
        if (looked && isInForce()) {
            return Optional.of(forget());
        }
        if (progress.isWithdrawn()) {
            return Optional.empty();
        }
        if (looked && !op.budget().allowsReading()) {
            return Optional.of(Outcome.handOver("Takes back what it wrote to rulestack " + name()));
        }
        Outcome withdrawn = withdraw();
        if (!withdrawn.isDone()) {
            return Optional.of(withdrawn);
        }
        progress.setWithdrawn(true);
        progress.setMaybeInForce(target.hasSiblings());
        return op.budget().isSpent()
                ? Optional.of(Outcome.handOver("Took back what it wrote to rulestack " + name()))
                : next();
    }

    private boolean isInForce() {
        boolean inForce = target.standing().inRunning();
        progress.setMaybeInForce(false);
        forgetLook(); // it was for a commit, and none is coming
        return inForce;
    }

    /** Before it ends nobody knows what will be in force; and it may have begun while we withdrew. */
    private boolean isBeingCommitted() {
        CommitStatus status = target.commitStatus();
        if (status.pending()) {
            progress.setOvertaken(true);
            progress.setMaybeInForce(true);
        } else if (status.failed()) {
            progress.setOvertaken(false);
        }
        return status.pending();
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
        progress.setOvertaken(false);
        return Outcome.done();
    }

    /** What could not be put back as it was, as far as that is known without another look. */
    private String told() {
        String others = progress.isOvertaken()
                ? "; a commit that ran meanwhile may have brought a part of it into force, until the next one"
                : "";
        return Objects.requireNonNullElse(progress.getAftermath(), "") + others;
    }

    private String name() {
        return target.rulestack().name();
    }

    private String obstacle(RuntimeException failure) {
        String why = progress.isWithdrawn()
                ? ""
                : "; taking it back failed: " + Messages.cut(String.valueOf(failure.getMessage()), LONGEST_OBSTACLE);
        return told() + why;
    }
}
