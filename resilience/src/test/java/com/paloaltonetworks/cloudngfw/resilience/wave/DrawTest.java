package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two thousand waves of {@code mvn verify} are what they are said to be. */
class DrawTest {

    private static final int SEEDS = 2000;

    /** A share of so many seeds is off by chance, but hardly ever by so many standard deviations. */
    private static final double DEVIATIONS = 4;

    @ParameterizedTest(name = "{0} at a time")
    @ValueSource(ints = {1, 2, 5, 20, 60})
    void theShareOfCalmWavesOfEachSizeIsAsDrawn(int size) {
        double none = Math.pow(1 - Draw.EACH_KNOB, Knob.values().length);
        assertShare(scenarios(size), calm -> calm.knobs().isEmpty(), Draw.CALM + (1 - Draw.CALM) * none);
    }

    @ParameterizedTest
    @EnumSource
    void everyDisturbanceHasItsShareOfTheWavesOfEachSize(Knob knob) {
        for (int size : List.of(1, 2, 5, 20, 60)) {
            assertShare(scenarios(size), scenario -> scenario.has(knob), (1 - Draw.CALM) * Draw.EACH_KNOB);
        }
    }

    @Test
    void aDisturbanceDrawsOtherChancesInTheNextWave() {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .filter(seed -> Knob.LOST_ANSWERS.chances(seed).nextDouble() < 0.5)
                        .count())
                .isBetween(900L, 1100L);
    }

    private static List<Scenario> scenarios(int size) {
        return LongStream.rangeClosed(1, SEEDS)
                .filter(seed -> Draw.size(seed) == size)
                .mapToObj(Draw::scenario)
                .toList();
    }

    private static void assertShare(List<Scenario> scenarios, Predicate<Scenario> is, double share) {
        double expected = scenarios.size() * share;
        double deviation = DEVIATIONS * Math.sqrt(expected * (1 - share));
        assertThat(scenarios.stream().filter(is).count())
                .as("of %d waves", scenarios.size())
                .isPositive()
                .isBetween(Math.round(Math.floor(expected - deviation)), Math.round(Math.ceil(expected + deviation)));
    }
}
