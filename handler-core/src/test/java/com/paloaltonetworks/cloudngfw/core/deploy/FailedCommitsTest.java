package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** Whose fault a failed commit is, who withdraws, and who waits for others. */
class FailedCommitsTest extends DeploymentScript {

    @Test
    void whereTimeIsShortAWithdrawalHasAnInvocationOfItsOwn() {
        seen("", READY);
        advance();
        target.reading = Duration.ofSeconds(20);
        seen("Failed:rule alpha refers to nothing", READY);
        advance();
        assertThat(asked).doesNotContain("withdraw");
        target.withdrawing = Duration.ofSeconds(30);
        statuses.add("Failed:rule alpha refers to nothing");
        advance();
        assertThat(asked).endsWith("withdraw");
        statuses.add("Failed:rule alpha refers to nothing");
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessageContaining("refers to nothing");
        assertThat(asked).containsOnlyOnce("withdraw");
    }

    @Test
    void aCommitThatRanWhileWeWroteIsNotOurFaultThoughItNamesUs() {
        target.siblings = true;
        statuses.add("Pending");
        advance();
        statuses.add("Pending");
        advance();
        seen("Failed:rule alpha refers to nothing", READY_BESIDE_SIBLING);
        statuses.add("Failed:rule alpha refers to nothing");
        advance();
        assertThat(asked).endsWith("commit").doesNotContain("withdraw");
    }

    @Test
    void aSiblingsCommitThatBeganAfterOurWriteMayBeOurFault() {
        target.siblings = true;
        statuses.add("");
        advance();
        statuses.add("Pending");
        advance();
        seen("Failed:rule alpha refers to nothing", READY_BESIDE_SIBLING);
        statuses.add("");
        standings.add(UNWRITTEN);
        assertThatThrownBy(this::advance).hasMessageContaining("rule alpha refers to nothing");
    }

    /** A revert of the rulestack would take the drafts of everybody along. */
    @Test
    void onlyOurOwnIsTakenBack() {
        progress.getDeploy().setFresh(true);
        seen("Failed:rule alpha refers to nothing", READY_BESIDE_SIBLING);
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class);
        assertThat(asked).containsExactly("status", "standing", "status", "withdraw", "status");
    }

    @Test
    void yesterdaysFailureIsNobodysFault() {
        seen("Failed", READY);
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void aFreshFailureThatNamesUsIsOursAndIsWithdrawnFirst() {
        progress.getDeploy().setFresh(true);
        statuses.add("Failed:rule alpha refers to nothing");
        standings.add(READY_BESIDE_SIBLING);
        assertThatThrownBy(this::advance)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.InvalidRequest))
                .hasMessageContaining("rule alpha refers to nothing");
        assertThat(asked).endsWith("status", "withdraw", "status");
    }

    @Test
    void aFreshFailureWithNobodyElseThereIsOurs() {
        seen("", READY);
        advance();
        seen("Failed:out of memory", READY);
        assertThatThrownBy(this::advance).hasMessageContaining("out of memory");
    }

    @Test
    void whoStartedBesideOthersIsToBlameOnlyForTheNextThoughTheyAreGone() {
        seen("", READY_BESIDE_SIBLING);
        advance();
        seen("Failed:out of memory", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Failed:out of memory", READY);
        advance();
        seen("Failed:out of memory", READY);
        assertThatThrownBy(this::advance).hasMessageContaining("out of memory");
    }

    @Test
    void whoIsLeftAloneAfterASharedFailureIsToBlameOnlyForTheNext() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        progress.getDeploy().setFresh(true);
        seen("Failed:rule b is bad", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        progress.getDeploy().setFresh(true);
        seen("Failed:something is bad", READY);
        seen("", UNWRITTEN);
        assertThatThrownBy(this::advance).hasMessageContaining("something is bad");
    }

    @Test
    void othersFailuresAreWaitedOutUntilThereAreTooMany() {
        for (int failure = 0; failure < 8; failure++) {
            progress.getDeploy().setFresh(true);
            statuses.add("Failed:rule b refers to nothing");
            standings.add(READY_BESIDE_SIBLING);
            assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        }
        progress.getDeploy().setFresh(true);
        statuses.add("Failed");
        standings.add(READY_BESIDE_SIBLING);
        assertThatThrownBy(this::advance)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.NotStabilized))
                .hasMessageContainingAll("gave no reason", "was not named", "cannot be told", "besides: rule b");
    }

    @Test
    void aWithdrawalGoesOnInTheNextInvocation() {
        progress.getDeploy().setFresh(true);
        target.withdrawals = Outcome.handOver("more to withdraw");
        statuses.add("Failed:rule alpha is bad");
        standings.add(READY);
        assertThat(advance()).isEqualTo(target.withdrawals);
        target.withdrawals = Outcome.done();
        statuses.add("Failed:rule alpha is bad");
        assertThatThrownBy(this::advance).hasMessageContaining("rule alpha is bad");
    }

    @Test
    void whatASiblingsCommitTookAlongSucceedsAfterAll() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        progress.getDeploy().setFresh(true);
        statuses.add("Failed:rule alpha refers to nothing");
        standings.add(READY_BESIDE_SIBLING);
        statuses.add("Failed:rule alpha refers to nothing");
        statuses.add("Pending");
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Success", new Standing(false, true, "rule alpha is withdrawn", List.of(), List.of()));
        advance();
        assertThat(asked).endsWith("write");
        assertThat(progress.getDeploy().getFailureCode()).isNull();
    }

    @Test
    void whoSucceededAfterAllForgetsThatItFailed() {
        whatASiblingsCommitTookAlongSucceedsAfterAll();
        progress.getDeploy().setFresh(true);
        seen("Failed:rule alpha is bad again", READY_BESIDE_SIBLING);
        seen("", UNWRITTEN);
        assertThatThrownBy(this::advance).hasMessageContaining("bad again");
        assertThat(asked.stream().filter("withdraw"::equals)).hasSize(2);
    }

    @Test
    void theNextCommitIsLeftToASiblingOnce() {
        target.siblings = true;
        target.yields = true;
        progress.getDeploy().setSettled(true);
        seen("", READY_BESIDE_SIBLING);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        assertThat(asked).doesNotContain("commit");
        seen("", READY_BESIDE_SIBLING);
        statuses.add("");
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void afterASiblingsCommitTheNextMayBeLeftToASiblingAgain() {
        target.siblings = true;
        target.yields = true;
        progress.getDeploy().setSettled(true);
        progress.getDeploy().setYielded(true);
        statuses.add("Pending");
        advance();
        seen("Success", READY_BESIDE_SIBLING);
        advance();
        assertThat(asked).doesNotContain("commit");
    }

    @Test
    void aFailureIsOthersFaultOnlyOnce() {
        progress.getDeploy().setFresh(true);
        seen("Failed:rule b is bad", READY_BESIDE_SIBLING);
        advance();
        seen("Failed:rule b is bad", READY_BESIDE_SIBLING);
        advance();
        assertThat(progress.getDeploy().getOthersFailures()).isEqualTo(1);
        assertThat(asked).endsWith("commit");
    }

    @Test
    void aFailureOfOthersIsWaitedOutLongerEachTime() {
        List<Duration> delays = new ArrayList<>();
        for (int failure = 0; failure < 3; failure++) {
            progress.getDeploy().setFresh(true);
            seen("Failed:rule b is bad", READY_BESIDE_SIBLING);
            delays.add(((Outcome.Wait) advance()).delay());
        }
        assertThat(delays).containsExactly(Duration.ofSeconds(26), Duration.ofSeconds(52), Duration.ofSeconds(78));
    }

    @Test
    void commitsAreCountedAnewOnceOneFailed() {
        for (int start = 0; start < 6; start++) {
            seen("Success", READY_BESIDE_SIBLING);
            advance();
        }
        seen("Failed:rule b is bad", READY_BESIDE_SIBLING);
        advance();
        seen("Success", READY_BESIDE_SIBLING);
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void theFailureOfOurOwnCommitCountsThoughItWasNeverSeenPending() {
        seen("", READY);
        advance();
        seen("Failed:rule alpha is bad", READY);
        assertThatThrownBy(this::advance).hasMessageContaining("rule alpha is bad");
    }

    /** The failure that is still told is not that of the commit that never arrived. */
    @Test
    void aLostCommitLeavesTheFailureOfAnOlderOneBehind() {
        commitAnswer = "no JSON";
        seen("Failed:rule alpha is bad", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Failed:rule alpha is bad", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        assertThat(asked).containsExactly("status", "standing", "commit", "status", "standing", "commit");
    }

    @Test
    void aCommitThatRanBeforeWeWroteAgainIsNotOurFault() {
        progress.getDeploy().setIdleSeen(true);
        seen("", UNWRITTEN);
        advance();
        statuses.add("Pending");
        advance();
        seen("Failed:rule alpha refers to nothing", READY);
        advance();
        assertThat(asked).endsWith("commit").doesNotContain("withdraw");
    }

    @Test
    void aLongFailureIsCutSoThatTheContextStaysSmall() {
        progress.getDeploy().setFresh(true);
        target.withdrawals = Outcome.handOver("more to withdraw");
        seen("Failed:" + "rule alpha is bad; ".repeat(200), READY);
        advance();
        assertThat(progress.getDeploy().getFailureMessage())
                .hasSizeBetween(590, 600)
                .endsWith("…");
    }

    @Test
    void aCommitThatRanBeforeOurWriteIsNotOurFault() {
        statuses.add("Pending");
        advance();
        statuses.add("Failed:rule alpha refers to nothing");
        standings.add(READY);
        advance();
        assertThat(asked).endsWith("commit");
    }
}
