package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.EDGE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.answer;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.call;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I1 is broken by what is not in force, at the success, between it and the end, and then. */
class InForceTest {

    private static final String I1 = "I1 (success means in force)";
    private static final Change UPDATE = Prepared.change(RULE, CHANGED);

    private final Prepared prepared = new Prepared(Set.of(), UPDATE);
    private final InForce invariant = new InForce(prepared.scene(), prepared.operator());

    @Test
    void whatIsInForceMaySucceed() {
        prepared.put(CHANGED);
        prepared.commit();
        invariant.ended(UPDATE, success());
        looks();
        invariant.atRest(prepared.rest(Map.of(UPDATE.id(), success())));
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void whatIsOnlyInTheCandidateMayNot() {
        prepared.put(CHANGED);
        invariant.ended(UPDATE, success());
        assertThat(prepared.broken()).containsExactly(I1);
    }

    @Test
    void whatIsOnlyInForceMayNot() {
        prepared.put(CHANGED);
        prepared.commit();
        prepared.put(RULE);
        invariant.ended(UPDATE, success());
        assertThat(prepared.broken()).containsExactly(I1);
    }

    @Test
    void aDeletedRuleMustBeGoneFromBothViews() {
        Change deletion = Prepared.change(RULE, null);
        invariant.ended(deletion, success());
        assertThat(prepared.broken()).containsExactly(I1, I1);
    }

    @Test
    void aLossIsSeenThoughItIsMendedLater() {
        prepared.put(CHANGED);
        prepared.commit();
        invariant.ended(UPDATE, success());
        prepared.put(RULE);
        prepared.commit();
        looks();
        prepared.put(CHANGED);
        prepared.commit();
        looks();
        invariant.atRest(prepared.rest(Map.of(UPDATE.id(), success())));
        assertThat(prepared.broken()).containsExactly(I1);
    }

    @Test
    void whatIsTakenBackNeedNotStay() {
        prepared.put(CHANGED);
        prepared.commit();
        invariant.ended(UPDATE, success());
        invariant.begins(UPDATE.reversed(Set.of()));
        prepared.put(RULE);
        prepared.commit();
        looks();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void whatIsLostAtTheEndIsSeen() {
        invariant.atRest(prepared.rest(Map.of(UPDATE.id(), success())));
        assertThat(prepared.broken()).containsExactly(I1, I1);
    }

    @Test
    void onlyWhatTheOperatorHasEditedHerselfIsNotJudged() {
        prepared.operator().put(EDGE, 500, "rule-of-hers");
        invariant.ended(UPDATE, success());
        assertThat(prepared.broken()).containsExactly(I1, I1);
        prepared.operator().put(EDGE, 10, RULE.logicalId());
        invariant.ended(UPDATE, success());
        assertThat(prepared.broken()).hasSize(2);
    }

    @Test
    void whoeverLookedBeforeARulestackWasDeletedMaySucceedJustAfter() {
        prepared.operator().remove(EDGE);
        invariant.ended(UPDATE, success());
        looks();
        invariant.atRest(prepared.rest(Map.of(UPDATE.id(), success())));
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void nothingMayBeWrittenWhereTheRulestackIsLongGone() {
        prepared.operator().remove(EDGE);
        prepared.letPass(Duration.ofMinutes(2));
        invariant.ended(Prepared.change(RULE, null), success());
        assertThat(prepared.broken()).as("what is gone is deleted").isEmpty();
        invariant.ended(UPDATE, success());
        assertThat(prepared.broken()).containsExactly(I1);
    }

    private void looks() {
        invariant.answered(
                call("GET", "/v1/config/rulestacks/" + EDGE + "/commit"), answer("{}"), prepared.delivery(UPDATE));
    }
}
