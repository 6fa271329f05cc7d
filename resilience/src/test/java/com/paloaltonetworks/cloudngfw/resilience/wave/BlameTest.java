package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.EDGE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.MOVED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.failure;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I7 and I8 are broken by who fails without reason, without withdrawal or with untrue words, and by a culprit that does not fail. */
class BlameTest {

    private static final String I7 = "I7 (who fails withdraws)";
    private static final String I8 = "I8 (only culprits fail)";
    private static final Resource OTHER = Models.rule("rule-2", EDGE, 20);
    private static final Change UPDATE = Prepared.change(RULE, CHANGED);
    private static final Change MOVE = Prepared.change(RULE, MOVED);
    private static final Result NAMED =
            failure("InvalidRequest", "Commit of rulestack edge-0 failed: security rule rule-1 is bad");
    private static final Result REFUSED = failure(
            "InvalidRequest", "Rulestack edge-0 holds uncommitted changes that this stack did not make: rule x");
    private static final Result OVERWRITTEN =
            failure("ResourceConflict", "Somebody else keeps changing rulestack edge-0: rule rule-1");
    private static final Result NO_PLACE = failure(
            "InvalidRequest",
            "Rule rule-1 has no place: priority 20 of LocalRule in rulestack edge-0 is taken by rule rule-2");

    private Prepared prepared = new Prepared(Set.of(), UPDATE);

    private void ends(Change change, Result result) {
        new Blame(prepared.scene(), prepared.operator()).ended(change, result);
    }

    @Test
    void aCulpritThatIsNamedAndWithdrawnMayFail() {
        ends(Prepared.poisoned(RULE, CHANGED), NAMED);
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void anInnocentMayNot() {
        ends(UPDATE, NAMED);
        assertThat(prepared.broken()).containsExactly(I8);
    }

    @Test
    void aCulpritMayNotSucceed() {
        ends(Prepared.poisoned(RULE, CHANGED), success());
        assertThat(prepared.broken()).containsExactly(I8);
    }

    @Test
    void aCulpritMayNotLeaveItsEntryBehind() {
        Change culprit = Prepared.poisoned(RULE, CHANGED);
        prepared.put(CHANGED);
        ends(culprit, NAMED);
        assertThat(prepared.broken()).containsExactly(I7);
    }

    @Test
    void aCreationThatFailsMayLeaveNothing() {
        Change culprit = Prepared.poisoned(null, OTHER);
        prepared.put(OTHER);
        ends(culprit, failure("InvalidRequest", "security rule rule-2 is bad"));
        assertThat(prepared.broken()).containsExactly(I7);
    }

    @Test
    void namelessMessagesExcuseOnlyWhereSomebodyIsPoisoned() {
        Result failed = failure("InvalidRequest", "Commit of rulestack edge-0 failed: commit failed");
        prepared = new Prepared(Set.of(Knob.NAMELESS_MESSAGES, Knob.POISONED_RULE), UPDATE);
        ends(UPDATE, failed);
        assertThat(prepared.broken()).containsExactly(I8);
        prepared = new Prepared(
                Set.of(Knob.NAMELESS_MESSAGES, Knob.POISONED_RULE), UPDATE, Prepared.poisoned(null, OTHER));
        ends(UPDATE, failed);
        assertThat(prepared.broken()).isEmpty();
        Resource elsewhere = Models.rule("rule-3", "edge-1", 30);
        prepared = new Prepared(
                Set.of(Knob.NAMELESS_MESSAGES, Knob.POISONED_RULE), UPDATE, Prepared.poisoned(null, elsewhere));
        ends(UPDATE, failed);
        assertThat(prepared.broken()).containsExactly(I8);
    }

    @Test
    void draftsOfStrangersExcuseOnlyWhereThereAreStrangers() {
        ends(UPDATE, REFUSED);
        assertThat(prepared.broken()).containsExactly(I8);
        prepared = new Prepared(Set.of(Knob.TWO_STACKS), UPDATE, Prepared.ofSecondStack(Prepared.create(OTHER)));
        ends(UPDATE, REFUSED);
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aLostPlaceExcusesOnlyWhoWasToChangePlacesWithACulprit() {
        prepared = new Prepared(Set.of(Knob.POISONED_RULE), MOVE, Prepared.poisoned(OTHER, OTHER.with("Priority", 10)));
        ends(MOVE, NO_PLACE);
        assertThat(prepared.broken()).isEmpty();
        Resource apart = Models.rule("rule-3", EDGE, 30);
        prepared = new Prepared(Set.of(Knob.POISONED_RULE), MOVE, Prepared.poisoned(null, apart));
        ends(MOVE, NO_PLACE);
        assertThat(prepared.broken()).containsExactly(I8);
    }

    @Test
    void aLostPlaceExcusesWhoWasToChangePlacesWithOneThatIsBlamedOnNobody() {
        Set<Knob> knobs = Set.of(Knob.NAMELESS_MESSAGES, Knob.POISONED_RULE);
        Change culprit = Prepared.poisoned(null, Models.rule("rule-3", EDGE, 30));
        prepared = new Prepared(knobs, MOVE, Prepared.change(OTHER, OTHER.with("Priority", 10)), culprit);
        ends(MOVE, NO_PLACE);
        assertThat(prepared.broken()).isEmpty();
        prepared = new Prepared(knobs, MOVE, culprit);
        ends(MOVE, NO_PLACE);
        assertThat(prepared.broken()).containsExactly(I8);
    }

    @Test
    void theOperatorsActsExcuseFailuresOfTheirRulestackInTheirWords() {
        ends(UPDATE, OVERWRITTEN);
        assertThat(prepared.broken()).containsExactly(I8);
        prepared.operator().put(EDGE, 500, "console-draft");
        ends(UPDATE, OVERWRITTEN);
        ends(UPDATE, REFUSED);
        assertThat(prepared.broken()).hasSize(1);
        ends(UPDATE, NAMED);
        assertThat(prepared.broken()).containsExactly(I8, I8);
    }

    @Test
    void aDeletedRulestackExcusesFailuresThatNameIt() {
        Result gone = failure("NotFound", "GET /v1/config/rulestacks/edge-0: rulestack edge-0 does not exist");
        ends(UPDATE, gone);
        assertThat(prepared.broken()).containsExactly(I8);
        prepared.operator().remove(EDGE);
        ends(UPDATE, gone);
        assertThat(prepared.broken()).hasSize(1);
        ends(UPDATE, failure("InternalFailure", gone.message()));
        ends(UPDATE, failure("NotFound", "it does not exist"));
        ends(Prepared.create(Models.rule("rule-3", "edge-1", 30)), gone);
        assertThat(prepared.broken()).containsExactly(I8, I8, I8, I8);
    }

    @Test
    void whatTheOperatorIsRefusedExcusesNothing() {
        prepared.console().call("us-east-1", "POST", "/v1/config/rulestacks/edge-0/commit", Prepared.object());
        assertThatThrownBy(() -> prepared.operator().revert("no-such-rulestack"))
                .isInstanceOf(IllegalStateException.class);
        ends(UPDATE, OVERWRITTEN);
        assertThat(prepared.broken()).containsExactly(I8);
    }

    private static final String ASIDE =
            NAMED.message() + "; it stays at priority 11, because its former place was taken by rule rule-2";

    @Test
    void whoSaysThatItStaysAsideMustStandThereAndNameWhoHasItsPlace() {
        Change culprit = Prepared.poisoned(RULE, MOVED);
        ends(culprit, failure("InvalidRequest", ASIDE));
        assertThat(prepared.broken()).as("it is where it was").containsExactly(I7);
        prepared.put(RULE.with("Priority", 11));
        prepared.remove(RULE);
        ends(culprit, failure("InvalidRequest", ASIDE));
        assertThat(prepared.broken()).as("nobody has its place").containsExactly(I7, I7);
        prepared.put(OTHER.with("Priority", 10));
        ends(culprit, failure("InvalidRequest", ASIDE));
        assertThat(prepared.broken()).as("it is so").hasSize(2);
    }

    @Test
    void whoHadItsPlaceMayHaveLeftItSinceThatWasLookedAt() {
        Change culprit = Prepared.poisoned(RULE, MOVED);
        Change holder = Prepared.change(OTHER.with("Priority", 10), OTHER);
        prepared.put(RULE.with("Priority", 11));
        prepared.put(OTHER.with("Priority", 10));
        Blame blame = new Blame(prepared.scene(), prepared.operator());
        String place = "/v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/10";
        blame.arrives(Prepared.call("DELETE", place), prepared.delivery(holder));
        prepared.remove(RULE);
        blame.ended(culprit, failure("InvalidRequest", ASIDE));
        assertThat(prepared.broken()).isEmpty();
        blame.ended(culprit, failure("InvalidRequest", ASIDE.replace("rule-2", "rule-3")));
        assertThat(prepared.broken()).containsExactly(I7);
    }

    @Test
    void whoStaysAsideUnderAStandInsNameIsNotWithdrawn() {
        prepared.put(RULE.with("Priority", 11), "rule-1--parked");
        prepared.remove(RULE);
        prepared.put(OTHER.with("Priority", 10));
        new Blame(prepared.scene(), prepared.operator())
                .atRest(prepared.rest(Map.of("rule-1", failure("InvalidRequest", ASIDE))));
        assertThat(prepared.broken()).containsExactly(I7);
    }

    @Test
    void whoSaysThatItIsInForceElsewhereMustBe() {
        Change culprit = Prepared.poisoned(RULE, MOVED);
        Result told = failure(
                "InvalidRequest",
                NAMED.message() + "; it is in force at priority [11] until the next commit leaves it at [10]");
        ends(culprit, told);
        assertThat(prepared.broken()).containsExactly(I7);
        prepared.put(RULE.with("Priority", 11));
        prepared.remove(RULE);
        prepared.commit();
        prepared.put(RULE);
        prepared.remove(RULE.with("Priority", 11));
        ends(culprit, told);
        assertThat(prepared.broken()).hasSize(1);
    }
}
