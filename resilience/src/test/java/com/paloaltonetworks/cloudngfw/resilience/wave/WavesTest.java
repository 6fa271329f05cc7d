package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two thousand waves. Others: {@code -Dwaves.first=2001 -Dwaves.count=100000}; one, with its course told: {@code -Dwaves.seed=7},
 * or a part of it, as the failure of a wave says.
 */
class WavesTest {

    private static final long FIRST = Long.getLong("waves.first", 1);
    private static final long COUNT = Long.getLong("waves.count", 2000);

    @ParameterizedTest(name = "{0} at a time")
    @ValueSource(ints = {1, 2, 5, 20, 60})
    @DisabledIfSystemProperty(named = "waves.seed", matches = ".+", disabledReason = "one wave is replayed instead")
    void nothingIsLostWhateverHappensWhile(int size) {
        long[] seeds = LongStream.range(FIRST, FIRST + COUNT)
                .filter(seed -> Draw.size(seed) == size)
                .toArray();
        assertThat(Waves.run(LongStream.of(seeds), Draw::scenario, Course::makespan))
                .hasSameSizeAs(seeds);
    }

    @Test
    @EnabledIfSystemProperty(named = "waves.seed", matches = ".+")
    void nothingIsLostInTheWaveOfTheSeed() {
        Scenario scenario = Replay.of(System.getProperties()).scenario();
        Course course = Wave.run(scenario);
        System.out.println(scenario);
        course.trail().lines().forEach(System.out::println);
        assertThat(course.violations()).isEmpty();
    }
}
