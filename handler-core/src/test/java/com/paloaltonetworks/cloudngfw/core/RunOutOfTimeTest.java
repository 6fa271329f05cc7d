package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.Step.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.HandlerErrorCode;
import software.amazon.cloudformation.proxy.ProgressEvent;

/** What the runner does about an operation's end of time, and about what is left behind then. */
class RunOutOfTimeTest extends RunnerScript {

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
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed"))
                .andTakingBack());
        progress.getDeploy().setWrote(true);
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(44));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
        platform.pause(Duration.ofMinutes(2));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isEqualTo("NotStabilized");
        assertThat(progress.getDeploy().getFailureMessage()).contains("60 minutes");
    }

    @Test
    void whereNoStepTakesBackNothingIsSaidToBe() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed")));
        progress.getDeploy().setWrote(true);
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(51));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
    }

    @Test
    void whatSucceedsAfterAllIsNotGivenUpTwice() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed"))
                .andTakingBack());
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
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed"))
                .andTakingBack());
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
    void whatIsWrittenLateIsTakenBackToo() {
        plan.add(step("wait", () -> Outcome.waitFor(Duration.ofSeconds(30), "being committed"))
                .andTakingBack());
        run(Action.UPDATE);
        platform.pause(Duration.ofMinutes(51));
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
        progress.getDeploy().setWrote(true);
        run(Action.UPDATE);
        assertThat(progress.getDeploy().getFailureCode()).isEqualTo("NotStabilized");
    }
}
