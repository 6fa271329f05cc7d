package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.Access;
import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Keys;
import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.core.Budget;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Progress;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.Step;
import com.paloaltonetworks.cloudngfw.core.TypeConfiguration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** The machine, step by step, against a scripted commit status and a scripted standing of the content. */
class DeploymentTest {

    private static final Standing UNWRITTEN = new Standing(false, false, "rule alpha is absent", List.of(), List.of());
    private static final Standing READY =
            new Standing(true, false, "rule alpha is not committed", List.of(), List.of());
    private static final Standing LIVE = new Standing(true, true, null, List.of(), List.of());
    private static final Standing READY_BESIDE_SIBLING =
            new Standing(true, false, "rule alpha is not committed", List.of("rule b"), List.of());
    private static final Standing READY_BESIDE_DRAFT =
            new Standing(true, false, "rule alpha is not committed", List.of(), List.of("rule x", "prefix list y"));

    private final Deque<String> statuses = new ArrayDeque<>();
    private final Deque<Standing> standings = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Progress progress = new Progress();
    private final ScriptedTarget target = new ScriptedTarget();
    private String commitAnswer = "{\"RuleStackName\":\"edge\",\"ResponseStatus\":{\"ErrorCode\":0}}";
    private String running = ",\"RuleStackRunning\":{\"Scope\":\"Local\"}";
    private TypeConfiguration configuration = TypeConfiguration.NONE;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void wrote() {
        progress.getDeploy().setWrote(true);
    }

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
        progress.getDeploy().setLook(Look.finished(List.of("rule b"), List.of(), 0));
        statuses.add("Pending");
        advance();
        assertThat(progress.getDeploy().getLook()).isNull();
    }

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
    void yesterdaysFailureIsNobodysFault() {
        seen("Failed", READY);
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
    void aFreshFailureThatNamesUsIsOursAndIsWithdrawnFirst() {
        progress.getDeploy().setFresh(true);
        statuses.add("Failed:rule alpha refers to nothing");
        standings.add(READY_BESIDE_SIBLING);
        assertThatThrownBy(this::advance)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(HandlerErrorCode.InvalidRequest))
                .hasMessageContaining("rule alpha refers to nothing");
        assertThat(asked).endsWith("withdraw");
    }

    @Test
    void aFreshFailureWithNobodyElseThereIsOurs() {
        progress.getDeploy().setFresh(true);
        statuses.add("Failed:out of memory");
        standings.add(READY);
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
    void aLongFailureIsCutSoThatTheContextStaysSmall() {
        progress.getDeploy().setFresh(true);
        target.withdrawals = Outcome.handOver("more to withdraw");
        seen("Failed:" + "rule alpha is bad; ".repeat(200), READY);
        advance();
        assertThat(progress.getDeploy().getFailureMessage()).hasSize(901).endsWith("…");
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
    void aForbiddenCommitFails() {
        commitAnswer = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"AccessDenied: not yours\"}}";
        seen("", READY);
        assertThatThrownBy(this::advance).isInstanceOf(Refusal.class).hasMessageContaining("not yours");
        assertThat(asked).endsWith("withdraw");
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
    void aCommitThatRanBeforeOurWriteIsNotOurFault() {
        statuses.add("Pending");
        advance();
        statuses.add("Failed:rule alpha refers to nothing");
        standings.add(READY);
        advance();
        assertThat(asked).endsWith("commit");
    }

    @Test
    void aRefusedWriteIsTakenBackBeforeItIsTold() {
        target.refusal = new NgfwException(NgfwException.Kind.INVALID, "bad entry");
        Step write = Deployment.writing("write", operation(), target);
        assertThat(write.work().get()).isInstanceOf(Outcome.Wait.class);
        assertThatThrownBy(() -> write.work().get()).isInstanceOf(Refusal.class).hasMessage("bad entry");
        assertThat(asked).endsWith("withdraw");
    }

    @Test
    void aWriteThatMaySucceedLaterIsNotTakenBack() {
        target.refusal = new NgfwException(NgfwException.Kind.THROTTLED, "slow down");
        Step write = Deployment.writing("write", operation(), target);
        assertThatThrownBy(() -> write.work().get()).isSameAs(target.refusal);
        assertThat(progress.getDeploy().getFailureCode()).isNull();
    }

    @Test
    void aRulestackThatIsGoneHasNoStatus() {
        statuses.add("absent");
        standings.add(LIVE);
        assertThat(advance().isDone()).isTrue();
    }

    private void seen(String status, Standing standing) {
        statuses.add(status);
        standings.add(standing);
    }

    private Outcome advance() {
        return Deployment.step(operation(), target).work().get();
    }

    private Operation<String> operation() {
        return Operation.<String>builder()
                .progress(progress)
                .configuration(configuration)
                .budget(new Budget(new ScriptedService()))
                .platform(new ScriptedService())
                .log(line -> {})
                .build();
    }

    private final class ScriptedTarget implements CommitTarget {
        private boolean siblings;
        private boolean yields;
        private Outcome writes = Outcome.done();
        private NgfwException refusal;
        private Outcome withdrawals = Outcome.done();
        private Duration reading = Duration.ZERO;
        private Duration withdrawing = Duration.ZERO;

        @Override
        public RulestackApi rulestack() {
            Keys keys = new Keys("AKIAEXAMPLE", "secret", "session");
            return Ngfw.of(
                            new ScriptedService(),
                            new Access(
                                    "us-east-1",
                                    URI.create("http://localhost"),
                                    keys,
                                    Map.of(),
                                    (role, name) -> keys,
                                    new TokenCache()))
                    .rulestack("edge", AdminKind.RULESTACK);
        }

        @Override
        public Outcome write() {
            asked.add("write");
            if (refusal != null) {
                throw refusal;
            }
            return writes;
        }

        @Override
        public Standing standing() {
            asked.add("standing");
            now = now.plus(reading);
            return standings.remove();
        }

        @Override
        public void lookAtOthers() {
            asked.add("others");
        }

        @Override
        public Outcome withdraw() {
            asked.add("withdraw");
            now = now.plus(withdrawing);
            return withdrawals;
        }

        @Override
        public boolean isNamedIn(String message) {
            return Words.contains(message, "alpha");
        }

        @Override
        public boolean hasSiblings() {
            return siblings;
        }

        @Override
        public boolean yieldsTo(List<String> others) {
            return yields;
        }
    }

    /** Sells a token, says the next scripted commit status, and takes a commit. */
    private final class ScriptedService implements Platform {

        private final TokenCache tokens = new TokenCache();

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {}

        @Override
        public double chance() {
            return 0.5;
        }

        @Override
        public TokenCache tokens() {
            return tokens;
        }

        @Override
        public Transport network() {
            return request -> {
                if (request.uri().getPath().contains("/tokens/")) {
                    return answer(
                            "{\"Response\":{\"TokenId\":\"e30.e30.x\",\"SubscriptionKey\":\"k\",\"ExpiryTime\":60}}");
                }
                if (request.method().equals("POST")) {
                    asked.add("commit");
                    return answer(commitAnswer);
                }
                if (!request.uri().getPath().endsWith("/commit")) {
                    return answer("{\"Response\":{\"RuleStackCandidate\":{\"Scope\":\"Local\"}" + running + "}}");
                }
                asked.add("status");
                return answer(status(statuses.remove()));
            };
        }

        private String status(String scripted) {
            if (scripted.equals("absent")) {
                return "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"rulestack edge does not exist\"}}";
            }
            String[] parts = scripted.split(":", 2);
            return "{\"Response\":{\"CommitStatus\":\"" + parts[0] + "\",\"CommitMessages\":["
                    + (parts.length > 1 ? "\"" + parts[1] + "\"" : "") + "]}}";
        }

        private static ApiResponse answer(String body) {
            return new ApiResponse(200, Map.of(), body);
        }

        @Override
        public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
            throw new AssertionError("no parallel work expected");
        }
    }
}
