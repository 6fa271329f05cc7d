package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    @Test
    void whatIsNotNeededToFailIsLeftOut() {
        Scenario large = Draw.undisturbed(1, 20).withKnobs(Set.of(Knob.LOST_ANSWERS, Knob.OPERATOR));
        Scenario smallest = new Shrinking(scenario ->
                        scenario.changes().stream().map(Change::id).toList().containsAll(Set.of("rule-3", "rule-17"))
                                && scenario.has(Knob.OPERATOR))
                .smallest(large);
        assertThat(smallest.changes()).extracting(Change::id).containsExactly("rule-3", "rule-17");
        assertThat(smallest.knobs()).containsExactly(Knob.OPERATOR);
    }

    @Test
    void aPartOfASeedIsReplayedByName() {
        Scenario whole = Draw.scenario(40);
        String first = whole.changes().get(0).id();
        assertThat(Waves.replayed(40, first, "").changes())
                .extracting(Change::id)
                .containsExactly(first);
        assertThat(Waves.replayed(40, "", "").toString()).isEqualTo(whole.toString());
    }
}
