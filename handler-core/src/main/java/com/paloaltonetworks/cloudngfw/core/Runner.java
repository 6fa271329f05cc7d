package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.HandlerErrorCode;
import software.amazon.cloudformation.proxy.OperationStatus;
import software.amazon.cloudformation.proxy.ProgressEvent;

/**
 * Runs a type's plan: skips finished steps, keeps the time budget, lets transient failures come back later, and turns
 * everything that happens into progress events. The only place that knows them.
 *
 * @param <M> the type's model
 */
final class Runner<M> {

    /** So that our own sentence reaches the user, not CloudFormation's empty time-out. */
    private static final Duration BEFORE_TIMEOUT = Duration.ofMinutes(2);

    /**
     * Long enough to take back what was written, even if two commits of three minutes come in the way, and a sibling that
     * has our former place leaves it late.
     */
    private static final Duration TO_WITHDRAW = Duration.ofMinutes(15);

    private static final double SLOWEST_RETRY_SECONDS = 30;

    /** Shorter than siblings wait before the next commit, so that whoever was turned away gets in between two of them. */
    private static final double BUSY_RETRY_SECONDS = 8;

    private final ResourceType<M> type;
    private final Action action;
    private final Operation<M> op;

    Runner(ResourceType<M> type, Action action, Operation<M> op) {
        this.type = type;
        this.action = action;
        this.op = op;
    }

    ProgressEvent<M, Progress> run() {
        try {
            return switch (action) {
                case CREATE, UPDATE, DELETE -> change();
                case READ -> success(type.read(op));
                case LIST -> listed(type.list(op));
            };
        } catch (NgfwException failure) {
            if (isGoal(failure)) {
                return success(null);
            }
            return mayPass(failure) ? later(failure) : failed(codeFor(failure), failure);
        } catch (Refusal refusal) {
            return failed(refusal.getCode(), refusal);
        } catch (RuntimeException bug) { // past this method the runtime would lose the model
            op.log()
                    .accept("Bug: " + bug + " at "
                            + List.of(bug.getStackTrace()).subList(0, 1));
            return failed(HandlerErrorCode.InternalFailure, bug);
        }
    }

    private ProgressEvent<M, Progress> change() {
        if (isFirst()) {
            if (action != Action.CREATE) {
                type.requirePresent(op);
            }
            op.progress().setStartedAt(op.platform().now().toEpochMilli());
        }
        refuseEndlessness();
        List<Step> plan = plan();
        takeBackInTime(plan);
        boolean worked = false;
        for (Step step : plan) {
            if (op.progress().isDone(step)) {
                continue;
            }
            if (op.budget().isSpent() || (worked && !op.budget().allowsReading())) {
                return inProgress(Outcome.handOver("Goes on with " + step.name()));
            }
            Outcome outcome = step.work().get();
            op.progress().setFailures(0);
            if (!outcome.isDone()) {
                return inProgress(outcome);
            }
            op.progress().finish(step);
            worked = true;
            op.log().accept(action + " " + step.name() + " is done");
            if (step.checkpoint()) {
                return inProgress(Outcome.handOver("Passed " + step.name()));
            }
        }
        return finished();
    }

    private List<Step> plan() {
        return switch (action) {
            case CREATE -> type.create(op);
            case UPDATE -> type.update(op);
            case DELETE -> type.delete(op);
            case READ, LIST -> List.of();
        };
    }

    private ProgressEvent<M, Progress> finished() {
        if (action == Action.DELETE) {
            return success(null);
        }
        return op.budget().allowsReading() ? success(type.read(op)) : inProgress(Outcome.handOver("Reads the result"));
    }

    private void refuseEndlessness() {
        DeployProgress deploy = op.progress().getDeploy();
        if (isLessLeftThan(BEFORE_TIMEOUT)) {
            throw deploy.getFailureCode() == null
                    ? new Refusal(HandlerErrorCode.NotStabilized, tooLate(deploy))
                    : new Refusal(
                            HandlerErrorCode.valueOf(deploy.getFailureCode()),
                            deploy.getFailureMessage() + "; taking it back" + late());
        }
    }

    private void takeBackInTime(List<Step> plan) {
        if (isLessLeftThan(TO_WITHDRAW) && plan.stream().anyMatch(Step::takesBack)) {
            DeployProgress deploy = op.progress().getDeploy();
            deploy.giveUp(tooLate(deploy));
        }
    }

    private String tooLate(DeployProgress deploy) {
        return action + late() + "; last: " + deploy.getLastSeen();
    }

    private String late() {
        return " did not come to an end within " + type.timeout().toMinutes() + " minutes";
    }

    private boolean isLessLeftThan(Duration time) {
        Instant end = Instant.ofEpochMilli(op.progress().getStartedAt()).plus(type.timeout());
        return op.platform().now().isAfter(end.minus(time));
    }

    private boolean isFirst() {
        return op.progress().getStartedAt() == null;
    }

    /** What exists under the identifier may be somebody else's until the require-absent checkpoint is passed. */
    private boolean mayBeForeign() {
        return action == Action.CREATE && op.progress().getDone().isEmpty();
    }

    /** Absence is what a delete wants, once it has seen the resource. */
    private boolean isGoal(NgfwException failure) {
        return action == Action.DELETE && !isFirst() && failure.getKind() == Kind.NOT_FOUND;
    }

    private boolean mayPass(NgfwException failure) {
        boolean changing = action == Action.CREATE || action == Action.UPDATE || action == Action.DELETE;
        return changing && !mayBeForeign() && op.progress().allowsAnother(failure);
    }

    private static boolean isBusy(NgfwException failure) {
        return failure.getKind() == Kind.BUSY;
    }

    private ProgressEvent<M, Progress> later(NgfwException failure) {
        op.progress().getDeploy().setLastSeen(failure.getMessage());
        double most = isBusy(failure) ? BUSY_RETRY_SECONDS : Math.min(SLOWEST_RETRY_SECONDS, afterOneMoreFailure());
        long seconds = Math.round(most * (0.5 + op.platform().chance() / 2));
        op.log().accept(action + " tries again in " + seconds + " s: " + failure.getMessage());
        return inProgress(Outcome.waitFor(Duration.ofSeconds(seconds), failure.getMessage()));
    }

    private double afterOneMoreFailure() {
        op.progress().setFailures(op.progress().getFailures() + 1);
        return Math.scalb(2.0, op.progress().getFailures());
    }

    private ProgressEvent<M, Progress> inProgress(Outcome outcome) {
        Outcome.Wait wait = (Outcome.Wait) outcome;
        return ProgressEvent.<M, Progress>builder()
                .status(OperationStatus.IN_PROGRESS)
                .resourceModel(op.desired())
                .callbackContext(op.progress())
                .callbackDelaySeconds(Math.toIntExact(Math.max(1, wait.delay().toSeconds())))
                .message(Messages.fit(wait.message()))
                .build();
    }

    private ProgressEvent<M, Progress> success(@Nullable M model) {
        return ProgressEvent.<M, Progress>builder()
                .status(OperationStatus.SUCCESS)
                .resourceModel(model)
                .build();
    }

    private ProgressEvent<M, Progress> listed(Page<M> page) {
        return ProgressEvent.<M, Progress>builder()
                .status(OperationStatus.SUCCESS)
                .resourceModels(page.models())
                .nextToken(page.nextToken())
                .build();
    }

    private ProgressEvent<M, Progress> failed(HandlerErrorCode code, RuntimeException failure) {
        return ProgressEvent.<M, Progress>builder()
                .status(OperationStatus.FAILED)
                .errorCode(code)
                .message(Messages.fit(String.valueOf(failure.getMessage()), leftBehind(failure)))
                .resourceModel(mayBeForeign() || code == HandlerErrorCode.AlreadyExists ? null : identified())
                .build();
    }

    /** With its rulestack, what was written is gone. */
    private String leftBehind(RuntimeException failure) {
        DeployProgress deploy = op.progress().getDeploy();
        boolean gone = failure instanceof NgfwException told && told.getKind() == Kind.NOT_FOUND;
        return deploy.isWrote() && !deploy.isWithdrawn() && !gone ? "; what it wrote is still there" : "";
    }

    /** In a create, what does not exist is something that the wanted model names. */
    private HandlerErrorCode codeFor(NgfwException failure) {
        return action == Action.CREATE && failure.getKind() == Kind.NOT_FOUND
                ? HandlerErrorCode.InvalidRequest
                : HandlerErrors.codeFor(failure.getKind());
    }

    private @Nullable M identified() {
        return action == Action.READ || action == Action.LIST ? null : op.desired();
    }
}
