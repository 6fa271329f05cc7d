package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.TypeConfiguration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** The machine, step by step, on its way into force. */
class DeploymentTest extends DeploymentScript {

    @Test
    void contentInForceIsDoneWithoutACommit() {
        seen("", LIVE);
        assertThat(advance().isDone()).isTrue();
        assertThat(asked).containsExactly("status", "standing");
    }

    @Test
    void aSoleResourceCommitsAtOnceAndIsDoneOnceItIsLive() {
        seen("", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        statuses.add("Pending");
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        seen("Success", LIVE);
        assertThat(advance().isDone()).isTrue();
        assertThat(asked).containsExactly("status", "standing", "commit", "status", "status", "standing");
    }

    @Test
    void whereTimeIsShortTheStatusReadBeforeTheContentStands() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        target.reading = Duration.ofSeconds(30);
        seen("", READY_BESIDE_SIBLING);
        advance();
        assertThat(asked).containsExactly("status", "standing", "commit");
    }

    @Test
    void whereNoTimeIsLeftForACommitItIsLeftToTheNextInvocation() {
        target.reading = Duration.ofSeconds(40);
        seen("", READY);
        assertThat(advance()).isEqualTo(Outcome.handOver("Looks at rulestack edge again before a commit"));
        assertThat(asked).doesNotContain("commit");
    }

    /** An update whose context was lost finds its own work: where it fails later, that has to be taken back. */
    @Test
    void uncommittedContentCountsAsWrittenByWhomever() {
        progress.getDeploy().setWrote(false);
        seen("", READY);
        advance();
        assertThat(progress.getDeploy().isWrote()).isTrue();
    }

    @Test
    void nothingIsCommittedBeforeAllOthersWereLookedAt() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        seen("", new Standing(true, false, "rule alpha is not committed", List.of(), List.of(), false));
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        progress.getDeploy().setLookDue(true);
        statuses.add("");
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        assertThat(asked).containsExactly("status", "standing", "status", "others");
    }

    @Test
    void whatOthersHadUncommittedBeforeACommitRanCountsNoMore() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        progress.getDeploy().setLook(Look.of(List.of("rule b"), List.of(), 0).finishedAt(0));
        statuses.add("Pending");
        advance();
        assertThat(progress.getDeploy().getLook()).isNull();
    }

    @Test
    void siblingsAreGivenTimeBeforeTheCommit() {
        target.siblings = true;
        statuses.add("");
        Outcome.Wait settle = (Outcome.Wait) advance();
        assertThat(settle.delay()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(asked).containsExactly("status");
        seen("", READY_BESIDE_SIBLING);
        statuses.add("");
        advance();
        assertThat(asked).containsExactly("status", "status", "standing", "status", "commit");
    }

    @Test
    void aCommitThatSiblingsStartedMeanwhileIsWaitedFor() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        seen("", READY_BESIDE_SIBLING);
        statuses.add("Pending");
        advance();
        assertThat(asked).doesNotContain("commit");
        assertThat(progress.getDeploy().isFresh()).isTrue();
    }

    @Test
    void itsStepsTakeBackUnlessCommitsAreMadeByHand() {
        assertThat(Deployment.step(operation(), target).takesBack()).isTrue();
        assertThat(Deployment.writing("write", operation(), target).takesBack()).isTrue();
        configuration = TypeConfiguration.builder().commitMode("Manual").build();
        assertThat(Deployment.step(operation(), target).takesBack()).isFalse();
        assertThat(Deployment.writing("write", operation(), target).takesBack()).isFalse();
    }

    @Test
    void committingByHandEndsWithTheCandidate() {
        configuration = TypeConfiguration.builder().commitMode("Manual").build();
        assertThat(advance().isDone()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void anEarlierCommitThatMissedOurWriteIsFollowedByAnother() {
        progress.getDeploy().setFresh(true);
        seen("Success", READY);
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void whatOthersOverwroteIsWrittenAgainAFewTimes() {
        for (int time = 0; time < 4; time++) {
            seen("", UNWRITTEN);
            assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        }
        assertThat(asked.stream().filter("write"::equals)).hasSize(4);
        seen("", UNWRITTEN);
        assertThatThrownBy(this::advance)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.ResourceConflict))
                .hasMessageContaining("rule alpha is absent");
    }

    @Test
    void aWriteThatNeedsAnotherInvocationGetsIt() {
        target.writes = Outcome.handOver("more to write");
        seen("", UNWRITTEN);
        assertThat(advance()).isEqualTo(target.writes);
    }

    @Test
    void writingAgainGoesOnWhereItWasCutShort() {
        target.writes = Outcome.handOver("more to write");
        seen("", UNWRITTEN);
        advance();
        target.writes = Outcome.done();
        Outcome.Wait settle = (Outcome.Wait) advance();
        assertThat(settle.delay()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(8));
        assertThat(asked).containsExactly("status", "standing", "write", "write");
        seen("", LIVE);
        assertThat(advance().isDone()).isTrue();
    }

    @Test
    void whatIsWaitedForIsRememberedForAUserWhoseTimeRunsOut() {
        statuses.add("Pending");
        Outcome.Wait wait = (Outcome.Wait) advance();
        assertThat(wait.message()).isEqualTo("Rulestack edge is being committed");
        assertThat(progress.getDeploy().getLastSeen()).isEqualTo(wait.message());
    }

    @Test
    void foreignDraftsAreNotCommittedUnasked() {
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        for (int sighting = 0; sighting < 3; sighting++) {
            seen("", READY_BESIDE_DRAFT);
            assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        }
        seen("", READY_BESIDE_DRAFT);
        standings.add(UNWRITTEN);
        statuses.add("");
        assertThatThrownBy(this::advance).hasMessageContainingAll("rule x, prefix list y", "CommitForeignChanges");
        assertThat(asked).doesNotContain("commit").contains("withdraw");
    }

    @Test
    void aRulestackThatIsStillBeingMadeIsWaitedForLonger() {
        running = "";
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        for (int sighting = 0; sighting < 39; sighting++) {
            seen("", READY_BESIDE_DRAFT);
            assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        }
        seen("", READY_BESIDE_DRAFT);
        standings.add(UNWRITTEN);
        statuses.add("");
        assertThatThrownBy(this::advance).hasMessageContaining("rule x, prefix list y");
    }

    @Test
    void foreignDraftsAreCommittedWhenThatIsAllowed() {
        configuration = TypeConfiguration.builder().commitForeignChanges(true).build();
        target.siblings = true;
        progress.getDeploy().setSettled(true);
        seen("", READY_BESIDE_DRAFT);
        statuses.add("");
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void aRefusedCommitIsJudgedByTheNextLook() {
        commitAnswer = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"commit in progress for rulestack edge\"}}";
        seen("", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
    }

    @Test
    void aCommitRefusedInUnknownWordsWhileAnotherRunsIsJudgedByTheNextLook() {
        commitAnswer = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"another one is at it\"}}";
        seen("", READY);
        statuses.add("Pending");
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
        seen("", READY);
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessageContaining("another one is at it");
    }

    @Test
    void aCommitThatExistsAlreadyIsNoResourceThatDoes() {
        commitAnswer = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"commit job already exists\"}}";
        seen("", READY);
        assertThat(advance()).isInstanceOf(Outcome.Wait.class);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
    }

    @Test
    void aForbiddenCommitFails() {
        commitAnswer = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"AccessDenied: not yours\"}}";
        seen("", READY);
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessageContaining("not yours");
        assertThat(asked).endsWith("status", "withdraw", "status");
    }

    @Test
    void commitsThatBringNothingIntoForceComeToAnEnd() {
        for (int start = 0; start < 6; start++) {
            seen("Success", READY);
            advance();
        }
        seen("Success", READY);
        assertThatThrownBy(this::advance).hasMessageContainingAll("6 commits", "rule alpha is not committed");
    }

    @Test
    void aRulestackThatIsGoneHasNoStatus() {
        statuses.add("absent");
        standings.add(LIVE);
        assertThat(advance().isDone()).isTrue();
    }
}
