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
    void whatBreaksOffOtherwiseIsNotTheSameFailure() {
        Scenario large = Draw.undisturbed(1, 4);
        Scenario smallest = new Shrinking(scenario -> {
                    if (scenario.changes().size() < 3) {
                        throw new IllegalStateException("another failure");
                    }
                    return true;
                })
                .smallest(large);
        assertThat(smallest.changes()).hasSize(3);
    }
}
