package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.HandlerErrors;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** How many commits may fail because of others. */
    private static final int MOST_FAILURES_OF_OTHERS = 9;

    private final Operation<?> op;
    private final CommitTarget target;
    private final DeployProgress progress;

    private Deployment(Operation<?> op, CommitTarget target) {
        this.op = op;
        this.target = target;
        this.progress = op.progress().getDeploy();
    }

    /** The last step of every plan that writes to a rulestack; the content was written by the step before. */
    public static Step step(Operation<?> op, CommitTarget target) {
        return Step.step("deploy", () -> new Deployment(op, target).advance());
    }

    /** The step before it: writes the content, and takes back what a refused write left half done. */
    public static Step writing(String name, Operation<?> op, CommitTarget target) {
        return Step.step(name, () -> new Deployment(op, target).write());
    }

    private Outcome write() {
        if (progress.getFailureCode() != null) {
            return withdraw();
        }
        try {
            return target.write();
        } catch (NgfwException refused) {
            if (HandlerErrors.isTransient(refused.getKind())
                    || !progress.isWrote()
                    || op.configuration().commitsByHand()) {
                throw refused;
            }
            remember(HandlerErrors.codeFor(refused.getKind()), String.valueOf(refused.getMessage()));
            return Outcome.handOver("Takes back what it wrote to rulestack " + name());
        }
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
            return later(
                    Pause.SETTLE, "Lets other resources write to rulestack " + name() + " before one commit for all");
        }
        CommitStatus status = status();
        if (status.pending()) {
            return awaitCommit();
        }
        return progress.getFailureCode() == null ? judge(status) : withdraw();
    }

    private Outcome awaitCommit() {
        // A commit that ran before our write may fail for what we have mended; any later one has our write in it.
        progress.setFresh(progress.isFresh() || progress.isIdleSeen());
        progress.setYielded(false);
        progress.setLook(null); // it was for a commit that would have been ours
        return later(Pause.OBSERVE, "Rulestack " + name() + " is being committed");
    }

    private CommitStatus status() {
        try {
            return target.rulestack().commitStatus();
        } catch (NgfwException failure) {
            if (failure.getKind()
                    == Kind.NOT_FOUND) { // deleted for good; the content will tell whether that was wanted
                return new CommitStatus(null, null, null, null);
            }
            throw failure;
        }
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
        if (progress.getRewrites() > MOST_REWRITES) {
            throw new Refusal(
                    HandlerErrorCode.ResourceConflict,
                    "Somebody else keeps changing rulestack " + name() + ": " + standing.difference());
        }
        return writeAgain();
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
        return later(Pause.REWRITE, "Wrote to rulestack " + name() + " again");
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
            return later(
                    Pause.OBSERVE, "Leaves the commit of rulestack " + name() + " to another resource of the stack");
        }
        if (isOvertaken()) {
            return awaitCommit();
        }
        progress.setStarts(progress.getStarts() + 1);
        progress.setFresh(true);
        return post();
    }

    /** A sibling may have been quicker than our look; asking saves a commit, and is left out when time is short. */
    private boolean isOvertaken() {
        return target.hasSiblings() && !op.budget().isSpent() && status().pending();
    }

    /** Accepted, refused because one is running, or lost: the next observation tells. */
    private Outcome post() {
        try {
            target.rulestack().commit();
        } catch (NgfwException failure) {
            switch (failure.getKind()) {
                case CONFLICT, BUSY, STALE, THROTTLED, SERVICE, NETWORK ->
                    op.log().accept("Commit: " + failure.getMessage());
                case NOT_FOUND -> throw failure;
                case INVALID, DENIED, ALREADY_EXISTS, LIMIT -> {
                    return fail(HandlerErrors.codeFor(failure.getKind()), String.valueOf(failure.getMessage()));
                }
            }
        }
        return later(Pause.OBSERVE, "Started a commit of rulestack " + name());
    }

    private Outcome shun(ForeignDrafts drafts, Standing standing) {
        return drafts.areWaitedFor()
                ? later(Pause.OBSERVE, "Waits for uncommitted changes of others in rulestack " + name())
                : fail(HandlerErrorCode.InvalidRequest, drafts.refusal(standing));
    }

    private Outcome blame(CommitStatus status, Standing standing) {
        List<String> messages = Stream.concat(status.commitMessages().stream(), status.validateMessages().stream())
                .distinct()
                .toList();
        String said = messages.isEmpty() ? "the service gave no reason" : String.join("; ", messages);
        Optional<String> mine = messages.stream().filter(target::isNamedIn).findFirst();
        progress.setFresh(false);
        progress.setStarts(0);
        if (mine.isPresent() || isLeftAlone(standing)) {
            return fail(HandlerErrorCode.InvalidRequest, "Commit of rulestack " + name() + " failed: " + said);
        }
        progress.setOthersFailures(progress.getOthersFailures() + 1);
        if (progress.getOthersFailures() >= MOST_FAILURES_OF_OTHERS) {
            return fail(
                    HandlerErrorCode.NotStabilized,
                    "Commit of rulestack " + name() + " failed because of: " + said
                            + "; this resource itself was not named, and whose change is meant cannot be told."
                            + " Uncommitted besides: " + standing.others());
        }
        Duration backoff = Pause.BACK_OFF.draw(op.platform().chance()).multipliedBy(progress.getOthersFailures());
        return wait(backoff, "A commit of rulestack " + name() + " failed because of others: " + said);
    }

    /** Who poisoned a commit that several shared may have withdrawn by now; of one that nobody shared, it was us. */
    private boolean isLeftAlone(Standing standing) {
        progress.setFailuresAlone(standing.isAlone() ? progress.getFailuresAlone() + 1 : 0);
        return progress.getFailuresAlone() > (target.hasSiblings() ? 1 : 0);
    }

    /** A poisoned entry left behind would fail everybody's next commit: it goes before the failure is told. */
    private Outcome fail(HandlerErrorCode code, String message) {
        remember(code, message);
        return op.budget().allowsReading()
                ? withdraw()
                : Outcome.handOver("Takes back what it wrote to rulestack " + name());
    }

    private void remember(HandlerErrorCode code, String message) {
        progress.setFailureCode(code.name());
        progress.setFailureMessage(message.length() > 900 ? message.substring(0, 900) + "…" : message);
    }

    private Outcome withdraw() {
        if (!progress.isWithdrawn()) {
            Outcome withdrawn = target.withdraw();
            if (!withdrawn.isDone()) {
                return withdrawn;
            }
            progress.setWithdrawn(true);
            if (op.budget().isSpent()) {
                return Outcome.handOver("Took back what it wrote to rulestack " + name());
            }
            if (target.hasSiblings() && status().pending()) {
                return later(Pause.OBSERVE, "Sees what a commit of rulestack " + name() + " takes along");
            }
        }
        if (target.hasSiblings() && target.standing().inRunning()) {
            return succeedAfterAll();
        }
        throw new Refusal(
                HandlerErrorCode.valueOf(String.valueOf(progress.getFailureCode())),
                progress.getFailureMessage() + target.leftInForce());
    }

    /** A sibling's commit brought it into force before it was withdrawn: the candidate is to keep it. */
    private Outcome succeedAfterAll() {
        progress.setFailureCode(null);
        progress.setFailureMessage(null);
        progress.setWithdrawn(false);
        return writeAgain();
    }

    private Outcome later(Pause pause, String message) {
        return wait(pause.draw(op.platform().chance()), message);
    }

    private Outcome wait(Duration delay, String message) {
        progress.setLastSeen(message);
        return Outcome.waitFor(delay, message);
    }

    private String name() {
        return target.rulestack().name();
    }
}
