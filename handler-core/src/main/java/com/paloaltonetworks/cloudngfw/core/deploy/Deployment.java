package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.HandlerErrors;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.Step;
import java.util.function.Supplier;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/**
 * Brings a resource's content of a rulestack into force: write, settle, observe, start a commit or wait for one, and when a
 * commit fails, find out whose fault it is and withdraw.
 *
 * <p>The service has one candidate and one commit at a time per rulestack, names no commit, and tells nothing but the state
 * of the latest. Therefore the machine judges by content, reads the status before the content (the other order mistakes a
 * commit that ends in between for one that never ran), never concludes anything from the answer to a commit, and never
 * reverts, which would drop everybody's work.
 */
public final class Deployment {

    /** How often others may overwrite our entries before we give up. */
    private static final int MOST_REWRITES = 4;

    /** How many commits may succeed without bringing our content into force. */
    private static final int MOST_STARTS = 6;

    private final Operation<?> op;
    private final CommitTarget target;
    private final DeployProgress progress;
    private final Withdrawal withdrawal;

    private Deployment(Operation<?> op, CommitTarget target) {
        this.op = op;
        this.target = target;
        this.progress = op.progress().getDeploy();
        this.withdrawal = new Withdrawal(op, target);
    }

    /** The last step of every plan that writes to a rulestack; the content was written by the step before. */
    public static Step step(Operation<?> op, CommitTarget target) {
        Deployment deployment = new Deployment(op, target);
        return deployment.step("deploy", deployment::advance);
    }

    /** The step before it: writes the content. */
    public static Step writing(String name, Operation<?> op, CommitTarget target) {
        Deployment deployment = new Deployment(op, target);
        return deployment.step(name, target::write);
    }

    /** Who commits by hand looks at what is there, and nobody takes it away. */
    private Step step(String name, Supplier<Outcome> work) {
        Step step = Step.step(name, () -> orWithdraw(work));
        return op.configuration().commitsByHand() ? step : step.andTakingBack();
    }

    /** Works as long as nothing fails for good; from then on, in as many invocations as that takes, withdraws. */
    private Outcome orWithdraw(Supplier<Outcome> work) {
        if (!withdrawal.isDue()) {
            Outcome outcome = rememberingFailure(work);
            if (!withdrawal.isDue() || !op.budget().allowsReading()) {
                return outcome;
            }
        }
        Outcome withdrawn = withdrawal.goOn();
        return withdrawn.isDone() ? rememberingFailure(this::writeAgain) : withdrawn;
    }

    /** What may pass is the runner's to repeat; and without a rulestack there is nothing to take back. */
    private Outcome rememberingFailure(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return failAfterWriting(refusal.getCode(), refusal);
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND || op.progress().allowsAnother(failure)) {
                throw failure;
            }
            return failAfterWriting(finalCode(failure), failure);
        }
    }

    /** CloudFormation would try again what might have passed, with a context from before the withdrawal. */
    private HandlerErrorCode finalCode(NgfwException failure) {
        return progress.isWrote() && HandlerErrors.isTransient(failure.getKind())
                ? HandlerErrorCode.NotStabilized
                : HandlerErrors.codeFor(failure.getKind());
    }

    private Outcome failAfterWriting(HandlerErrorCode code, RuntimeException failure) {
        if (!progress.isWrote() || op.configuration().commitsByHand()) {
            throw failure;
        }
        return fail(code, String.valueOf(failure.getMessage()));
    }

    private Outcome advance() {
        if (op.configuration().commitsByHand()) {
            return Outcome.done();
        }
        if (progress.isRewriting()) {
            return rewritten(target.write());
        }
        if (target.hasSiblings() && progress.isWrote() && !progress.isSettled()) {
            progress.setSettled(true);
            progress.setIdleSeen(!status().pending());
            return Pause.SETTLE.before(
                    op, "Lets other resources write to rulestack " + name() + " before one commit for all");
        }
        CommitStatus status = status();
        if (status.pending()) {
            return awaitCommit();
        }
        return judge(status);
    }

    private Outcome awaitCommit() {
        // A commit that ran before our write may fail for what we have mended; any later one has our write in it.
        progress.setFresh(progress.isFresh() || progress.isIdleSeen());
        progress.setYielded(false);
        progress.setLook(null); // it was for a commit that would have been ours
        return Pause.OBSERVE.before(op, "Rulestack " + name() + " is being committed");
    }

    private CommitStatus status() {
        return target.commitStatus();
    }

    private Outcome judge(CommitStatus status) {
        if (progress.isLookDue()) {
            target.lookAtOthers();
            return Outcome.handOver("Looked at what others have uncommitted in rulestack " + name());
        }
        Standing standing = target.standing();
        if (!standing.inCandidate()) { // the next commit would take it out of force, even if it is in force now
            return rewrite(standing);
        }
        progress.setIdleSeen(true);
        if (standing.inRunning()) {
            return Outcome.done();
        }
        progress.setWrote(true); // if not this invocation, then one whose context was lost: it is ours to take back
        progress.setSettled(true);
        if (!standing.whole() || op.budget().isOver()) {
            return Outcome.handOver("Looks at rulestack " + name() + " again before a commit");
        }
        if (status.failed() && progress.isFresh()) {
            return blame(status, standing);
        }
        return start(standing);
    }

    private Outcome rewrite(Standing standing) {
        progress.setRewrites(progress.getRewrites() + 1);
        return progress.getRewrites() > MOST_REWRITES
                ? fail(
                        HandlerErrorCode.ResourceConflict,
                        "Somebody else keeps changing rulestack " + name() + ": " + standing.difference())
                : writeAgain();
    }

    private Outcome writeAgain() {
        progress.setRewriting(true);
        if (!op.budget().allowsReading()) { // looking took its time, and writing looks again
            return Outcome.handOver("Writes to rulestack " + name() + " again");
        }
        return rewritten(target.write());
    }

    private Outcome rewritten(Outcome written) {
        if (!written.isDone()) {
            return written;
        }
        progress.setRewriting(false);
        progress.setIdleSeen(false);
        return Pause.REWRITE.before(op, "Wrote to rulestack " + name() + " again");
    }

    private Outcome start(Standing standing) {
        ForeignDrafts drafts = new ForeignDrafts(op, target);
        if (drafts.forbid(standing)) {
            return shun(drafts, standing);
        }
        if (progress.getStarts() >= MOST_STARTS) {
            return fail(
                    HandlerErrorCode.NotStabilized,
                    progress.getStarts() + " commits of rulestack " + name() + " ended without bringing it into force: "
                            + standing.difference());
        }
        if (!progress.isYielded() && target.yieldsTo(standing.siblings())) {
            progress.setYielded(true);
            return Pause.OBSERVE.before(
                    op, "Leaves the commit of rulestack " + name() + " to another resource of the stack");
        }
        if (isAnothersUnderWay()) {
            return awaitCommit();
        }
        progress.setStarts(progress.getStarts() + 1);
        progress.setStartedAlone(standing.isAlone());
        return post();
    }

    /** A sibling may have been quicker than our look; asking saves a commit, and is left out when time is short. */
    private boolean isAnothersUnderWay() {
        return target.hasSiblings() && !op.budget().isSpent() && status().pending();
    }

    /**
     * Accepted, refused because one is running, or lost: the next observation tells. But one that was lost, and is not seen
     * running, leaves the failure of an older commit behind.
     */
    private Outcome post() {
        boolean fresh = progress.isFresh();
        progress.setFresh(true);
        try {
            target.rulestack().commit();
        } catch (NgfwException failure) {
            switch (failure.getKind()) {
                case CONFLICT, BUSY, STALE, ALREADY_EXISTS -> op.log().accept("Commit: " + failure.getMessage());
                case THROTTLED, SERVICE, NETWORK -> {
                    op.log().accept("Commit: " + failure.getMessage());
                    progress.setFresh(fresh);
                }
                case NOT_FOUND -> throw failure;
                case INVALID, DENIED, LIMIT -> {
                    if (status().pending()) { // refused for that one, in words that we do not know
                        return awaitCommit();
                    }
                    return fail(HandlerErrors.codeFor(failure.getKind()), String.valueOf(failure.getMessage()));
                }
            }
        }
        return Pause.OBSERVE.before(op, "Started a commit of rulestack " + name());
    }

    private Outcome shun(ForeignDrafts drafts, Standing standing) {
        return drafts.areWaitedFor()
                ? Pause.OBSERVE.before(op, "Waits for uncommitted changes of others in rulestack " + name())
                : fail(HandlerErrorCode.InvalidRequest, drafts.refusal(standing));
    }

    private Outcome blame(CommitStatus status, Standing standing) {
        Blame blame = new Blame(op, target);
        return blame.of(status, standing)
                .map(reason -> fail(reason.getCode(), reason.getMessage()))
                .orElseGet(() -> blame.backOff(status));
    }

    /** The failure is told once all is withdrawn. */
    private Outcome fail(HandlerErrorCode code, String message) {
        withdrawal.remember(code, message);
        return Outcome.handOver("Takes back what it wrote to rulestack " + name());
    }

    private String name() {
        return target.rulestack().name();
    }
}
