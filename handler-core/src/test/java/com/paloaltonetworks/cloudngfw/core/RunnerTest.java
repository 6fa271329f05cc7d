package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.Step.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.HandlerErrorCode;
import software.amazon.cloudformation.proxy.OperationStatus;
import software.amazon.cloudformation.proxy.ProgressEvent;

/** How steps follow each other, what comes back later, and as what an operation ends. */
class RunnerTest extends RunnerScript {

    @Test
    void stepsRunInOrderOnce() {
        plan.add(step("one", () -> did("one")));
        plan.add(step("two", () -> did("two")));
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.SUCCESS);
        assertThat(done).containsExactly("one", "two", "read");
    }

    @Test
    void aCheckpointIsStoredBeforeTheNextStep() {
        plan.add(step("absent", () -> did("absent")).andCheckpoint());
        plan.add(step("create", () -> did("create")));
        ProgressEvent<String, Progress> first = run(Action.CREATE);
        assertThat(first.getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(first.getCallbackDelaySeconds()).isPositive();
        assertThat(done).containsExactly("absent");
        progress = first.getCallbackContext();
        run(Action.CREATE);
        assertThat(done).containsExactly("absent", "create", "read");
    }

    @Test
    void waitingComesBackToTheSameStep() {
        plan.add(step("wait", () -> {
            done.add("wait");
            return done.size() < 3 ? Outcome.waitFor(Duration.ofSeconds(30), "Firewall is CREATING") : Outcome.done();
        }));
        ProgressEvent<String, Progress> event = run(Action.UPDATE);
        assertThat(event.getCallbackDelaySeconds()).isEqualTo(30);
        assertThat(event.getMessage()).isEqualTo("Firewall is CREATING");
        assertThat(event.getResourceModel()).isEqualTo("edge");
        run(Action.UPDATE);
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.SUCCESS);
    }

    @Test
    void aSpentBudgetHandsOverBeforeTheNextStep() {
        plan.add(step("slow", () -> platform.pause(Duration.ofSeconds(26))));
        plan.add(step("next", () -> did("next")));
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(done).isEmpty();
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.SUCCESS);
        assertThat(done).containsExactly("next", "read");
    }

    @Test
    void readingTheResultGetsAnInvocationOfItsOwnWhenTimeIsShort() {
        plan.add(step("slow", () -> platform.pause(Duration.ofSeconds(15))));
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(done).isEmpty();
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CONFLICT", "STALE", "THROTTLED", "SERVICE", "NETWORK"})
    void transientFailuresComeBackLaterAndEndAsWhatTheyAre(Kind kind) {
        plan.add(step("fails", () -> fail(kind, "not now")));
        for (int attempt = 0; attempt < 12; attempt++) {
            ProgressEvent<String, Progress> event = run(Action.UPDATE);
            assertThat(event.getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
            assertThat(event.getCallbackDelaySeconds()).isBetween(1, 30);
            assertThat(event.getMessage()).isEqualTo("not now");
        }
        assertThat(run(Action.UPDATE).getErrorCode()).isEqualTo(HandlerErrors.codeFor(kind));
    }

    @Test
    void commitsUnderWayAreWaitedForHoweverManyFollowEachOther() {
        plan.add(step("fails", () -> fail(Kind.BUSY, "commit in progress")));
        for (int attempt = 0; attempt < 100; attempt++) {
            ProgressEvent<String, Progress> event = run(Action.UPDATE);
            assertThat(event.getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
            assertThat(event.getCallbackDelaySeconds()).isBetween(4, 8);
        }
        platform.pause(Duration.ofHours(3));
        ProgressEvent<String, Progress> late = run(Action.UPDATE);
        assertThat(late.getErrorCode()).isEqualTo(HandlerErrorCode.NotStabilized);
        assertThat(late.getMessage()).contains("commit in progress");
    }

    @Test
    void retriesWaitLongerEachTimeUpToHalfAMinute() {
        plan.add(step("fails", () -> fail(Kind.THROTTLED, "slow down")));
        List<Integer> delays = new ArrayList<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            delays.add(run(Action.UPDATE).getCallbackDelaySeconds());
        }
        assertThat(delays).as("three quarters of 4, 8, 16, 30").containsExactly(3, 6, 12, 23, 23, 23);
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"CREATE", "UPDATE", "DELETE"})
    void changesComeBackAfterATransientFailure(Action action) {
        plan.add(step("absent", () -> did("absent")).andCheckpoint());
        plan.add(step("fails", () -> fail(Kind.NETWORK, "no answer")));
        run(action);
        assertThat(run(action).getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
    }

    @Test
    void aReadTellsATransientFailureAtOnce() {
        absence = new NgfwException(Kind.NETWORK, "no answer");
        assertThat(run(Action.READ).getErrorCode()).isEqualTo(HandlerErrorCode.NetworkFailure);
    }

    @Test
    void aStepThatLeavesTooLittleTimeIsTheLastOfItsInvocation() {
        plan.add(step("slow", () -> platform.pause(Duration.ofSeconds(13))));
        plan.add(step("next", () -> did("next")));
        ProgressEvent<String, Progress> event = run(Action.UPDATE);
        assertThat(event.getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(event.getMessage()).isEqualTo("Goes on with next");
        assertThat(done).isEmpty();
    }

    @Test
    void stepsShareAnInvocationThatHasTimeLeft() {
        plan.add(step("quick", () -> platform.pause(Duration.ofSeconds(11))));
        plan.add(step("next", () -> did("next")));
        assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.SUCCESS);
        assertThat(done).containsExactly("next", "read");
    }

    @Test
    void aFailureAfterASuccessIsTheFirstAgain() {
        plan.add(step("flickers", () -> {
            done.add("try");
            if (done.size() % 2 == 1) {
                fail(Kind.SERVICE, "every other time");
            }
            return Outcome.waitFor(Duration.ofSeconds(30), "not yet");
        }));
        for (int attempt = 0; attempt < 40; attempt++) {
            assertThat(run(Action.UPDATE).getStatus()).isEqualTo(OperationStatus.IN_PROGRESS);
        }
    }

    @Test
    void anotherStepStartsItsFailuresAnew() {
        plan.add(step("fails-first", () -> {
            if (done.isEmpty()) {
                done.add("failed");
                fail(Kind.SERVICE, "once");
            }
        }));
        run(Action.UPDATE);
        run(Action.UPDATE);
        assertThat(progress.getFailures()).isZero();
    }

    @Test
    void aFirstFailureOfACreateNamesNoModel() {
        plan.add(step("absent", () -> fail(Kind.NETWORK, "no answer")).andCheckpoint());
        ProgressEvent<String, Progress> event = run(Action.CREATE);
        assertThat(event.getStatus()).isEqualTo(OperationStatus.FAILED);
        assertThat(event.getErrorCode()).isEqualTo(HandlerErrorCode.NetworkFailure);
        assertThat(event.getResourceModel()).isNull();
    }

    @Test
    void aLaterFailureOfACreateNamesTheModelSoThatItCanBeRolledBack() {
        progress.setStartedAt(platform.now().toEpochMilli());
        progress.getDone().add("absent");
        plan.add(step("create", () -> fail(Kind.INVALID, "bad name")));
        ProgressEvent<String, Progress> event = run(Action.CREATE);
        assertThat(event.getErrorCode()).isEqualTo(HandlerErrorCode.InvalidRequest);
        assertThat(event.getResourceModel()).isEqualTo("edge");
    }

    @Test
    void whatACreateRefersToIsNotTheResourceThatIsNotFound() {
        progress.setStartedAt(platform.now().toEpochMilli());
        progress.getDone().add("absent");
        plan.add(step("create", () -> fail(Kind.NOT_FOUND, "rulestack edge does not exist")));
        assertThat(run(Action.CREATE).getErrorCode()).isEqualTo(HandlerErrorCode.InvalidRequest);
    }

    @Test
    void absenceIsNotFoundForUpdateReadAndDelete() {
        absence = new NgfwException(Kind.NOT_FOUND, "edge does not exist");
        assertThat(run(Action.UPDATE).getErrorCode()).isEqualTo(HandlerErrorCode.NotFound);
        assertThat(run(Action.DELETE).getErrorCode()).isEqualTo(HandlerErrorCode.NotFound);
        assertThat(run(Action.READ).getErrorCode()).isEqualTo(HandlerErrorCode.NotFound);
    }

    @Test
    void absenceIsTheGoalOnceADeleteHasSeenTheResource() {
        plan.add(step("delete", () -> fail(Kind.NOT_FOUND, "gone")));
        ProgressEvent<String, Progress> event = run(Action.DELETE);
        assertThat(event.getStatus()).isEqualTo(OperationStatus.SUCCESS);
        assertThat(event.getResourceModel()).isNull();
    }

    @Test
    void aRefusalHasItsOwnCode() {
        plan.add(step("refuse", () -> {
            throw new Refusal(HandlerErrorCode.NotUpdatable, "cannot change");
        }));
        assertThat(run(Action.UPDATE).getErrorCode()).isEqualTo(HandlerErrorCode.NotUpdatable);
    }

    @Test
    void aBugBecomesAnEventWithTheModel() {
        plan.add(step("bug", () -> {
            throw new IllegalStateException("oops");
        }));
        ProgressEvent<String, Progress> event = run(Action.UPDATE);
        assertThat(event.getErrorCode()).isEqualTo(HandlerErrorCode.InternalFailure);
        assertThat(event.getResourceModel()).isEqualTo("edge");
    }

    @Test
    void listReturnsModelsAndToken() {
        ProgressEvent<String, Progress> event = run(Action.LIST);
        assertThat(event.getResourceModels()).containsExactly("edge");
        assertThat(event.getNextToken()).isEqualTo("more");
    }

    @Test
    void longMessagesAreCutToWhatCloudFormationKeeps() {
        plan.add(step("fails", () -> fail(Kind.INVALID, "x".repeat(3000))));
        assertThat(run(Action.UPDATE).getMessage()).hasSize(1024);
    }
}
