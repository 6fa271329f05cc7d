package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Run.with;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.CONVERGED;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.FAILED_CLEANLY;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.NOT_POSSIBLE;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge sees what is lost, left behind, touched, or said too early. */
class JudgeTest {

    private static final Run UPDATE = Run.of("SecurityRule update");
    private static final Run CREATE = Run.of("SecurityRule create");
    private static final Run DELETE = Run.of("SecurityRule delete");
    private static final String RUNNING = "Rulestacks/shared/Running/Rules/LocalRule/20/RuleEntry/Action";
    private static final String CANDIDATE = "Rulestacks/shared/Candidate/Rules/LocalRule/20/RuleEntry/Action";

    private static Verdict verdict(Run run, Ending ending) {
        return run.verdict(Fault.RESET, run.lastCall(), ending);
    }

    @Test
    void theUndisturbedEndIsConverged() {
        assertThat(verdict(UPDATE, UPDATE.converged()).kind()).isEqualTo(CONVERGED);
    }

    @ParameterizedTest
    @CsvSource({
        "Rulestacks/shared/Candidate/Rules/LocalRule/77/RuleEntry/RuleName, orphan",
        "Rulestacks/shared/Running/Rules/LocalRule/20/RuleEntry/Action,",
        "Rulestacks/theirs/Candidate/PrefixLists/foreign-list/PrefixList, [10.0.0.0/8]",
        "Rulestacks/theirs/Running/Entry/Description,",
        "Rulestacks/theirs/Tags/left/Value, over"
    })
    void whatDiffersFromTheExpectedStateIsWrongAndNamed(String path, String value) {
        Snapshot tenant = with(UPDATE.undisturbed().tenant(), path, value);
        assertThat(tenant).isNotEqualTo(UPDATE.undisturbed().tenant());
        Verdict verdict = verdict(UPDATE, UPDATE.converged().withTenant(tenant));
        assertThat(verdict.kind()).isEqualTo(WRONG);
        assertThat(verdict.reason()).contains(path);
    }

    @Test
    void aSuccessThatIsNotYetInForceIsWrongEvenIfItComesIntoForceLater() {
        Ending early = UPDATE.converged().withAtEnd(with(UPDATE.undisturbed().atEnd(), RUNNING, "Allow"));
        assertThat(verdict(UPDATE, early).kind()).isEqualTo(WRONG);
        assertThat(verdict(UPDATE, early).reason()).contains("at its success " + RUNNING);
    }

    @Test
    void aDraftThatStandsOtherwiseAtTheMomentOfSuccessIsNotInForce() {
        Ending late = UPDATE.converged().withAtEnd(with(UPDATE.undisturbed().atEnd(), CANDIDATE, "Allow"));
        assertThat(verdict(UPDATE, late).kind()).isEqualTo(CONVERGED);
    }

    @Test
    void anAnswerThatTellsSomethingElseIsWrong() {
        Result told = UPDATE.undisturbed().result();
        ObjectNode model = told.model().deepCopy();
        Result other = new Result(
                told.status(),
                null,
                null,
                model.put("Action", "Allow"),
                told.physicalId(),
                List.of(),
                null,
                told.token(),
                told.invocations());
        assertThat(verdict(UPDATE, UPDATE.converged().withEnds(List.of(other))).reason())
                .contains("the answer's Action is Allow instead of DenySilent");
    }

    @Test
    void aCallThatWasNotMadeIsWrong() {
        assertThat(verdict(UPDATE, UPDATE.undisturbed()).reason()).contains("the call was not made");
    }

    @Test
    void whatIsNotPossibleSaysNothingButOffencesCountAllTheSame() {
        Evidence impossible = UPDATE.undisturbed().evidence().withImpossible(true);
        assertThat(verdict(UPDATE, UPDATE.converged().withEvidence(impossible)).kind())
                .isEqualTo(NOT_POSSIBLE);
        Ending guilty =
                UPDATE.converged().withEvidence(impossible.withOffences(List.of("reverted", "a secret in the log")));
        assertThat(verdict(UPDATE, guilty).kind()).isEqualTo(WRONG);
        assertThat(verdict(UPDATE, guilty).reason()).contains("reverted; a secret in the log");
    }

    @Test
    void anOffenceIsWrongHoweverWellItEnds() {
        Evidence guilty = UPDATE.converged().evidence().withOffences(List.of("reverted"));
        assertThat(verdict(UPDATE, UPDATE.converged().withEvidence(guilty)).kind())
                .isEqualTo(WRONG);
    }

    @Test
    void aCancelledOperationThatEndedAllTheSameIsTakenBack() {
        for (Run run : List.of(CREATE, UPDATE)) {
            Ending ending = run.disturbed(Fault.CANCELLED, run.lastCall());
            assertThat(ending.saysSuccess()).isTrue();
            assertThat(ending.rollback()).isNotEmpty();
            assertThat(run.verdict(Fault.CANCELLED, run.lastCall(), ending).kind())
                    .isEqualTo(FAILED_CLEANLY);
            assertThat(run.verdict(
                                    Fault.CANCELLED,
                                    run.lastCall(),
                                    ending.withTenant(run.undisturbed().tenant()))
                            .kind())
                    .isEqualTo(WRONG);
        }
    }

    @Test
    void aRollbackThatFailsOrLeavesSomethingIsWrong() {
        Ending failed = UPDATE.failed("AccessDenied", "rule web: Forbidden");
        Point call = UPDATE.lastCall();
        Fault fault = Fault.FORBIDDEN_UNTIL_ROLLBACK;
        assertThat(UPDATE.verdict(fault, call, failed).kind()).isEqualTo(FAILED_CLEANLY);
        assertThat(UPDATE.verdict(fault, call, failed.withTenant(with(UPDATE.before(), CANDIDATE, null)))
                        .kind())
                .isEqualTo(WRONG);
        Ending stuck = failed.withRollback(List.of(Run.failure("NotFound", "rule web does not exist")));
        assertThat(UPDATE.verdict(fault, call, stuck).reason()).contains("the rollback failed");
    }

    @Test
    void aDeleteThatFailsTwiceIsWrongThoughTheRuleIsWhole() {
        Ending failed = DELETE.failed("AccessDenied", "rule web: Forbidden");
        Ending again = failed.withRollback(List.of(Run.failure("AccessDenied", "rule web: Forbidden")));
        Ending done = failed.withRollback(List.of(Run.failure("NotFound", "rule web does not exist")));
        Point call = DELETE.lastCall();
        assertThat(DELETE.verdict(Fault.FORBIDDEN_UNTIL_ROLLBACK, call, again).reason())
                .contains("the rollback failed");
        assertThat(DELETE.verdict(
                                Fault.FORBIDDEN_UNTIL_ROLLBACK,
                                call,
                                done.withTenant(DELETE.undisturbed().tenant()))
                        .kind())
                .isEqualTo(FAILED_CLEANLY);
    }
}
