package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.TypeConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** What was written is taken back before a failure is told, whatever failed. */
class WithdrawalTest extends DeploymentScript {

    private final Refusal taken = new Refusal(HandlerErrorCode.InvalidRequest, "place 30 is taken");

    @Test
    void aRefusedWriteIsTakenBackBeforeItIsTold() {
        target.refusal = new NgfwException(Kind.INVALID, "bad entry");
        assertThatThrownBy(this::write).isInstanceOf(Refusal.class).hasMessage("bad entry");
        assertThat(asked).contains("withdraw");
    }

    @Test
    void ourOwnRefusalInTheMiddleOfAWriteIsTakenBackInAsManyInvocationsAsThatTakes() {
        target.refusal = taken;
        target.withdrawals = Outcome.handOver("more to withdraw");
        assertThat(write()).isEqualTo(target.withdrawals);
        assertThat(write()).isEqualTo(target.withdrawals);
        target.withdrawals = Outcome.done();
        assertThatThrownBy(this::write).isInstanceOf(Refusal.class).hasMessage("place 30 is taken");
        assertThat(asked).containsOnlyOnce("write");
    }

    @Test
    void aRefusalBeforeAnythingWasWrittenIsToldAtOnce() {
        progress.getDeploy().setWrote(false);
        target.refusal = taken;
        assertThatThrownBy(this::write).isSameAs(taken);
        assertThat(asked).containsExactly("write");
    }

    @Test
    void whoCommitsByHandTakesNothingBack() {
        configuration = TypeConfiguration.builder().commitMode("Manual").build();
        target.refusal = taken;
        assertThatThrownBy(this::write).isSameAs(taken);
        assertThat(asked).doesNotContain("withdraw");
    }

    @Test
    void aRefusalWhenWritingAgainIsTakenBack() {
        target.refusal = taken;
        seen("", UNWRITTEN);
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessage("place 30 is taken");
        assertThat(asked).contains("withdraw");
    }

    @Test
    void aRefusalWhereWritingAgainGoesOnIsTakenBack() {
        target.writes = Outcome.handOver("more to write");
        seen("", UNWRITTEN);
        advance();
        target.refusal = new NgfwException(Kind.DENIED, "no longer yours");
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessage("no longer yours");
        assertThat(asked).contains("withdraw");
    }

    @Test
    void whoGivesUpWritingAgainTakesBackWhatIsThere() {
        progress.getDeploy().setRewrites(4);
        seen("", UNWRITTEN);
        assertThatThrownBy(this::advance).hasMessageContaining("Somebody else keeps changing");
        assertThat(asked).contains("withdraw").doesNotContain("write");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CONFLICT", "STALE", "THROTTLED", "SERVICE", "NETWORK"})
    void whatMayPassIsTakenBackOnceItHasFailedTooOften(Kind kind) {
        target.refusal = new NgfwException(kind, "not now");
        progress.setFailures(11);
        assertThatThrownBy(this::write).isSameAs(target.refusal);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
        progress.setFailures(12);
        assertThatThrownBy(this::write)
                .hasMessage("not now")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.NotStabilized));
        assertThat(asked).contains("withdraw");
    }

    @Test
    void takingBackIsGivenPatienceOfItsOwn() {
        target.refusal = new NgfwException(Kind.CONFLICT, "not now");
        target.obstacle = new NgfwException(Kind.CONFLICT, "nor this");
        progress.setFailures(12);
        assertThatThrownBy(this::write).isSameAs(target.obstacle);
        target.obstacle = null;
        assertThatThrownBy(this::write).isInstanceOf(Refusal.class).hasMessage("not now");
    }

    @Test
    void whatCouldNotBePutBackIsToldThoughTheRestFails() {
        target.refusal = taken;
        target.obstacle = new NgfwException(Kind.DENIED, "no token");
        progress.getDeploy().setAftermath("; it stays at priority 12");
        assertThatThrownBy(this::write)
                .hasMessage("place 30 is taken; it stays at priority 12; taking it back failed: no token");
    }

    @Test
    void whoCannotWriteAgainWhatACommitTookAlongTakesItBackToo() {
        progress.getDeploy().setMaybeInForce(true);
        progress.getDeploy().setFailureCode("NotStabilized");
        seen("", LIVE);
        target.refusal = new NgfwException(Kind.DENIED, "no longer yours");
        assertThat(advance()).isEqualTo(Outcome.handOver("Takes back what it wrote to rulestack edge"));
        assertThat(progress.getDeploy().getFailureCode()).isEqualTo("AccessDenied");
    }

    @Test
    void aCommitUnderWayIsNeverTooOften() {
        target.refusal = new NgfwException(Kind.BUSY, "being committed");
        progress.setFailures(12);
        assertThatThrownBy(this::write).isSameAs(target.refusal);
    }

    @Test
    void withItsRulestackEverythingIsGone() {
        target.refusal = new NgfwException(Kind.NOT_FOUND, "edge does not exist");
        assertThatThrownBy(this::write).isSameAs(target.refusal);
        target.refusal = taken;
        target.obstacle = new NgfwException(Kind.NOT_FOUND, "edge does not exist");
        assertThatThrownBy(this::write).hasMessage("place 30 is taken");
        assertThat(progress.getDeploy().isWithdrawn()).isTrue();
    }

    @Test
    void aWithdrawalThatFailsForGoodIsToldWithTheReason() {
        target.refusal = taken;
        target.obstacle = new NgfwException(Kind.DENIED, "no token");
        assertThatThrownBy(this::write).hasMessage("place 30 is taken; taking it back failed: no token");
        assertThat(progress.getDeploy().isWithdrawn()).isFalse();
    }

    @Test
    void aWithdrawalIsTriedAgainAsOftenAsAnythingElse() {
        target.refusal = taken;
        target.obstacle = new NgfwException(Kind.SERVICE, "out of order");
        assertThatThrownBy(this::write).isSameAs(target.obstacle);
        progress.setFailures(12);
        assertThatThrownBy(this::write).hasMessage("place 30 is taken; taking it back failed: out of order");
    }

    @Test
    void whatRemainsIsToldHoweverMuchTheServiceSays() {
        target.refusal = new NgfwException(Kind.INVALID, "bad ".repeat(1000));
        target.inForce = "; it stays where it is".repeat(30);
        assertThatThrownBy(this::write)
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThanOrEqualTo(1024))
                .hasMessageStartingWith("bad bad")
                .hasMessageEndingWith("…" + target.inForce);
    }

    @Test
    void aRefusalLateInAnInvocationIsTakenBackInTheNext() {
        target.reading = Duration.ofSeconds(13);
        progress.getDeploy().setRewrites(4);
        seen("", UNWRITTEN);
        assertThat(advance()).isEqualTo(Outcome.handOver("Takes back what it wrote to rulestack edge"));
        assertThat(asked).doesNotContain("withdraw");
    }

    @Test
    void aCommitThatRunsIsWaitedForBeforeAndAfterTakingBack() {
        target.refusal = taken;
        statuses.add("Pending");
        assertThat(write()).isInstanceOf(Outcome.Wait.class);
        assertThat(asked).containsExactly("write", "status");
        seen("Failed", READY);
        statuses.add("Pending");
        assertThat(write()).isInstanceOf(Outcome.Wait.class);
        assertThat(asked).containsExactly("write", "status", "status", "standing", "withdraw", "status");
        seen("Failed", UNWRITTEN);
        assertThatThrownBy(this::write).hasMessage("place 30 is taken");
    }

    @Test
    void whatACommitInBetweenMayHaveBroughtIntoForceIsTold() {
        target.refusal = taken;
        statuses.add("Pending");
        write();
        seen("Success", READY);
        assertThatThrownBy(this::write)
                .hasMessage("place 30 is taken; a commit that ran meanwhile may have brought a part of it into force,"
                        + " until the next one");
    }

    @Test
    void whatACommitInBetweenBroughtIntoForceAsAWholeSucceeds() {
        target.refusal = taken;
        statuses.add("Pending");
        write();
        target.refusal = null;
        seen("Success", LIVE);
        assertThat(write()).isInstanceOf(Outcome.Wait.class);
        assertThat(write().isDone()).isTrue();
        assertThat(asked).doesNotContain("withdraw");
    }

    @Test
    void whatCameIntoForceWhenTimeRanOutIsNotTakenBack() {
        seen("", READY);
        advance();
        progress.getDeploy().giveUp("too late");
        statuses.add("Pending");
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Success", LIVE);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Success", LIVE);
        assertThat(advance().isDone()).isTrue();
        assertThat(asked).doesNotContain("withdraw");
    }

    @Test
    void whatIsNotInForceWhenTimeRunsOutIsTakenBackInAnInvocationOfItsOwnWhereTimeIsShort() {
        progress.getDeploy().giveUp("too late");
        target.reading = Duration.ofSeconds(13);
        seen("", READY);
        assertThat(advance()).isEqualTo(Outcome.handOver("Takes back what it wrote to rulestack edge"));
        assertThat(asked).doesNotContain("withdraw");
        assertThatThrownBy(this::advance)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.NotStabilized))
                .hasMessage("too late");
        assertThat(asked).contains("withdraw");
    }
}
