package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Run.with;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.DOCUMENTED_ORPHAN;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what a create that lost its memory really left, and nothing else, is a documented orphan. */
class OrphanTest {

    private static final Run RUN = Run.of("SecurityRule create");
    private static final Fault FAULT = Fault.DIES_AFTER_FORGETTING;
    private static final Point WRITE = write();
    private static final Ending ORPHANED = RUN.disturbed(FAULT, WRITE);

    private static Point write() {
        return RUN.undisturbed().evidence().points().stream()
                .filter(Point::isWrite)
                .findFirst()
                .orElseThrow();
    }

    private static Verdict.Kind kind(Fault fault, Point point, Ending ending) {
        return RUN.verdict(fault, point, ending).kind();
    }

    @Test
    void whatAProcessWroteThatDiedAndWasForgottenIsOne() {
        assertThat(ORPHANED.result().errorCode()).isEqualTo("AlreadyExists");
        assertThat(kind(FAULT, WRITE, ORPHANED)).isEqualTo(DOCUMENTED_ORPHAN);
    }

    @Test
    void whoHadNotWrittenHasNone() {
        assertThat(kind(Fault.DIES_BEFORE_FORGETTING, WRITE, ORPHANED)).isEqualTo(WRONG);
    }

    @Test
    void whoRemembersHasNone() {
        assertThat(kind(Fault.DIES_AFTER, WRITE, ORPHANED)).isEqualTo(WRONG);
    }

    @Test
    void whereNothingIsLeftThereIsNone() {
        assertThat(kind(FAULT, WRITE, ORPHANED.withTenant(RUN.before()))).isEqualTo(WRONG);
    }

    @Test
    void itLeavesTheRuleInItsSlotAndNothingElse() {
        for (String other : List.of(
                "Rulestacks/shared/Candidate/Rules/LocalRule/21/RuleEntry/RuleName",
                "Rulestacks/shared/Candidate/Rules/PreRule/20/RuleEntry/RuleName",
                "Rulestacks/theirs/Candidate/Rules/LocalRule/20/RuleEntry/RuleName")) {
            assertThat(kind(FAULT, WRITE, ORPHANED.withTenant(with(ORPHANED.tenant(), other, "web"))))
                    .isEqualTo(WRONG);
        }
    }

    @Test
    void itLosesNothingOfOthers() {
        String foreign = "Rulestacks/shared/Running/Rules/LocalRule/900/RuleEntry/RuleName";
        assertThat(ORPHANED.tenant().values()).containsKey(foreign);
        assertThat(kind(FAULT, WRITE, ORPHANED.withTenant(with(ORPHANED.tenant(), foreign, null))))
                .isEqualTo(WRONG);
    }

    @Test
    void itsAnswerGivesCloudFormationNothingToDelete() {
        Result answer = ORPHANED.result();
        Result withModel = new Result(
                answer.status(),
                answer.errorCode(),
                answer.message(),
                JsonNodeFactory.instance.objectNode().put("RuleName", "web"),
                answer.physicalId(),
                List.of(),
                null,
                answer.token(),
                answer.invocations());
        assertThat(kind(FAULT, WRITE, ORPHANED.withEnds(List.of(withModel)))).isEqualTo(WRONG);
    }
}
