package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.EDGE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.answer;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.call;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I9 and I5 are broken by commits that no wave, failure or late arrival explains. */
class FewCommitsTest {

    private static final String I5 = "I5 (at most two further commits)";
    private static final String I9 = "I9 (few commits)";
    private static final String RULESTACK = "/v1/config/rulestacks/" + EDGE;
    private static final Change FIRST = Prepared.change(RULE, CHANGED);
    private static final Change SECOND = Prepared.create(Models.rule("rule-2", EDGE, 20));

    private Prepared prepared = new Prepared(Set.of(), FIRST, SECOND);
    private FewCommits invariant = new FewCommits(prepared.scene());

    @Test
    void twoAreEnoughForAWave() {
        together();
        commits(2);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aThirdIsTooMany() {
        together();
        commits(3);
        rests();
        assertThat(prepared.broken()).containsExactlyInAnyOrder(I9, I5);
    }

    @Test
    void aThirdIsTooManyAlsoWhileOthersStillWrite() {
        together();
        commits(2);
        writes();
        commits(1);
        rests();
        assertThat(prepared.broken()).containsExactly(I9);
    }

    @Test
    void aFailureMayCostOne() {
        together();
        commits(1);
        status("Failed");
        commits(2);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aSuccessMayNot() {
        together();
        commits(1);
        status("Success");
        commits(2);
        rests();
        assertThat(prepared.broken()).containsExactlyInAnyOrder(I9, I5);
    }

    @Test
    void aLateArrivalMayCostOne() {
        invariant.begins(FIRST);
        commits(1);
        invariant.begins(SECOND);
        writes();
        commits(2);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void requestsThatCrossOnTheWireMayCostOneAndNoMore() {
        prepared = new Prepared(Latency.of(500), FIRST, SECOND);
        invariant = new FewCommits(prepared.scene());
        together();
        commits(3);
        rests();
        assertThat(prepared.broken()).isEmpty();
        commits(1);
        rests();
        assertThat(prepared.broken()).containsExactlyInAnyOrder(I9, I5);
    }

    @Test
    void requestsOneAfterTheOtherHaveNotCrossed() {
        prepared = new Prepared(Latency.of(500), FIRST, SECOND);
        invariant = new FewCommits(prepared.scene());
        together();
        for (int commit = 0; commit < 3; commit++) {
            commits(1);
            prepared.letPass(Duration.ofSeconds(1));
        }
        rests();
        assertThat(prepared.broken()).containsExactlyInAnyOrder(I9, I5);
    }

    @Test
    void whatBeginsWhenAllHaveEndedIsAnotherWave() {
        invariant.begins(FIRST);
        commits(2);
        invariant.ended(FIRST, success());
        invariant.begins(SECOND);
        writes();
        commits(2);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void whereAnswersAreLostNothingIsCounted() {
        prepared = new Prepared(Set.of(Knob.LOST_ANSWERS), FIRST, SECOND);
        invariant = new FewCommits(prepared.scene());
        together();
        commits(3);
        rests();
        assertThat(prepared.broken()).isEmpty();
    }

    private void together() {
        invariant.begins(FIRST);
        invariant.begins(SECOND);
        writes();
    }

    private void writes() {
        invariant.answered(call("POST", RULESTACK + "/rulelists/LocalRule"), answer("{}"), prepared.delivery(FIRST));
    }

    /** The console's are over at once. */
    private void commits(int number) {
        for (int left = number; left > 0; left--) {
            Delivery delivery = prepared.delivery(FIRST);
            invariant.arrives(call("POST", RULESTACK + "/commit"), delivery);
            prepared.commit();
            invariant.answered(call("POST", RULESTACK + "/commit"), answer("{}"), delivery);
        }
    }

    private void status(String status) {
        String body = "{\"Response\":{\"CommitStatus\":\"" + status + "\"}}";
        invariant.answered(call("GET", RULESTACK + "/commit"), answer(body), prepared.delivery(FIRST));
    }

    private void rests() {
        invariant.atRest(prepared.rest(Map.of()));
    }
}
