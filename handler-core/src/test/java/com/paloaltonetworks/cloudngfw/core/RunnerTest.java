package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.Step.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.HandlerErrorCode;
import software.amazon.cloudformation.proxy.OperationStatus;
import software.amazon.cloudformation.proxy.ProgressEvent;

/** The runner with plans of a type whose model is its name. */
class RunnerTest {

    private final TestPlatform platform = new TestPlatform();
    private final List<String> done = new ArrayList<>();
    private final List<Step> plan = new ArrayList<>();
    private Progress progress = new Progress();
    private NgfwException absence;

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
    void anOperationEndsWithASentenceBeforeCloudFormationsTimeout() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "never ready")));
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(59));
        progress.getDeploy().setLastSeen("Rulestack edge is being committed");
        ProgressEvent<String, Progress> event = run(Action.UPDATE);
        assertThat(event.getErrorCode()).isEqualTo(HandlerErrorCode.NotStabilized);
        assertThat(event.getMessage()).contains("60 minutes", "Rulestack edge is being committed");
    }

    @Test
    void whatWasWrittenIsToBeTakenBackWhileThereIsTime() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed")));
        progress.getDeploy().setWrote(true);
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(49));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
        platform.pause(Duration.ofMinutes(2));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isEqualTo("NotStabilized");
        assertThat(progress.getDeploy().getFailureMessage()).contains("60 minutes");
    }

    @Test
    void whatSucceedsAfterAllIsNotGivenUpTwice() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed")));
        progress.getDeploy().setWrote(true);
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(51));
        run(Action.UPDATE);
        progress.getDeploy().setFailureCode(null);
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
    }

    @Test
    void aFailureSaysThatSomethingIsLeftBehind() {
        plan.add(step("refuse", () -> {
            throw new Refusal(HandlerErrorCode.InvalidRequest, "x".repeat(3000));
        }));
        progress.getDeploy().setWrote(true);
        assertThat(run(Action.UPDATE).getMessage()).hasSize(1024).endsWith("x…; what it wrote is still there");
        progress.getDeploy().setWithdrawn(true);
        assertThat(run(Action.UPDATE).getMessage()).endsWith("xx…");
    }

    @Test
    void nothingIsLeftBehindInARulestackThatIsGone() {
        plan.add(step("write", () -> fail(Kind.NOT_FOUND, "edge does not exist")));
        progress.getDeploy().setWrote(true);
        assertThat(run(Action.UPDATE).getMessage()).isEqualTo("edge does not exist");
    }

    @Test
    void whoseTimeEndsWhileItTakesBackStillSaysWhyItFailed() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed")));
        run(Action.UPDATE);
        progress.getDeploy().setWrote(true);
        progress.getDeploy().setFailureCode("InvalidRequest");
        progress.getDeploy().setFailureMessage("bad entry");
        platform.pause(Duration.ofMinutes(59));
        ProgressEvent<String, Progress> event = run(Action.UPDATE);
        assertThat(event.getErrorCode()).isEqualTo(HandlerErrorCode.InvalidRequest);
        assertThat(event.getMessage())
                .isEqualTo("bad entry; taking it back did not come to an end within 60 minutes;"
                        + " what it wrote is still there");
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

    private void did(String name) {
        done.add(name);
    }

    private static void fail(Kind kind, String message) {
        throw new NgfwException(kind, message);
    }

    private ProgressEvent<String, Progress> run(Action action) {
        Operation<String> op = Operation.<String>builder()
                .desired("edge")
                .progress(progress)
                .platform(platform)
                .budget(new Budget(platform))
                .log(line -> {})
                .build();
        return new Handler<>(new Named(), action) {}.handle(op);
    }

    private final class Named implements ResourceType<String> {
        @Override
        public String typeName() {
            return "My::Own::Type";
        }

        @Override
        public Duration timeout() {
            return Duration.ofHours(1);
        }

        @Override
        public List<Problem> problems(String desired) {
            return List.of();
        }

        @Override
        public List<Step> create(Operation<String> op) {
            return plan;
        }

        @Override
        public List<Step> update(Operation<String> op) {
            return plan;
        }

        @Override
        public List<Step> delete(Operation<String> op) {
            return plan;
        }

        @Override
        public void requirePresent(Operation<String> op) {
            if (absence != null) {
                throw absence;
            }
        }

        @Override
        public String read(Operation<String> op) {
            requirePresent(op);
            done.add("read");
            return op.desired();
        }

        @Override
        public Page<String> list(Operation<String> op) {
            return new Page<>(List.of("edge"), "more");
        }

        @Override
        public Map<String, String> tagsOf(String model) {
            return Map.of();
        }
    }
}
