package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.EDGE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.failure;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I2, I5 and I6 are broken by what is uncommitted, there twice, or not as the console made it, at the end. */
class QuietTest {

    private static final String I2 = "I2 (foreign entries stay)";
    private static final String I5 = "I5 (everything is committed at the end)";
    private static final String I6 = "I6 (exactly one of each)";
    private static final String REGION = "us-east-1";
    private static final Change UPDATE = Prepared.change(RULE, CHANGED);

    private final Prepared prepared = new Prepared(Set.of(), UPDATE);
    private final Quiet invariant = new Quiet(prepared.scene(), prepared.operator());

    @BeforeEach
    void begins() {
        invariant.begins(UPDATE);
    }

    private void rests() {
        invariant.atRest(prepared.rest(Map.of(UPDATE.id(), success())));
    }

    @Test
    void whatIsCommittedIsQuiet() {
        prepared.put(CHANGED);
        prepared.commit();
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aDraftIsNot() {
        prepared.put(CHANGED);
        rests();
        assertThat(prepared.broken()).containsExactly(I5);
    }

    @Test
    void aDraftOfTheOperatorsIsAndNoOtherBesideIt() {
        prepared.operator().put(EDGE, 2, "console-draft");
        rests();
        assertThat(prepared.broken()).isEmpty();
        prepared.put(CHANGED);
        rests();
        assertThat(prepared.broken()).containsExactly(I5);
    }

    @Test
    void aRuleThatSaysWhereItIsLeftMayBeUncommittedAndNoOther() {
        prepared.put(RULE.with("Priority", 11));
        prepared.remove(RULE);
        Map<String, Result> ends = Map.of(
                UPDATE.id(),
                failure(
                        "InvalidRequest",
                        "; it stays at priority 11, because its former place was taken by rule rule-2"));
        invariant.atRest(prepared.rest(ends));
        assertThat(prepared.broken()).isEmpty();
        prepared.put(Models.rule("rule-2", EDGE, 10));
        invariant.atRest(prepared.rest(ends));
        assertThat(prepared.broken()).containsExactly(I5);
    }

    @Test
    void aSecondOneIsSeen() {
        prepared.put(RULE.with("Priority", 11));
        prepared.commit();
        rests();
        assertThat(prepared.broken()).containsExactly(I6, I6);
    }

    @Test
    void aCopyOnTheMoveIsSeenInEitherView() {
        Resource beside = RULE.with("Priority", 11);
        prepared.put(beside, "rule-1--parked");
        prepared.commit();
        prepared.remove(beside);
        rests();
        assertThat(prepared.broken()).containsExactly(I5, I6);
    }

    @Test
    void whatTheConsoleMadeIsHeldAgainstWhatItIsWhole() {
        prepared.console()
                .putRule(
                        REGION,
                        EDGE,
                        Models.LIST,
                        Ground.FOREIGN_PLACE,
                        Prepared.object().put("RuleName", Ground.FOREIGN_RULE).put("Description", "another"));
        prepared.commit();
        rests();
        assertThat(prepared.broken()).containsExactly(I2, I2);
    }

    @Test
    void aListOfTheConsolesThatIsGoneIsMissed() {
        prepared.console().deleteObject(REGION, EDGE, "prefixlists", Ground.FOREIGN_LIST);
        prepared.commit();
        rests();
        assertThat(prepared.broken()).containsExactly(I2, I2);
    }

    @Test
    void whatTheOperatorWroteOverItIsHers() {
        prepared.operator().put(EDGE, Ground.FOREIGN_PLACE, Ground.FOREIGN_RULE);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }
}
