package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few waves in a few seconds, chosen so that every mistake of the commit machine that we can think of shows. */
class QuickWavesTest {

    /** What each of the waves has in it, besides what its seed brings. */
    enum Trouble {
        ANYTHING,
        POISON,
        ROLLBACK,
        STALE_FAILURE
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostInASmallWaveWith(Trouble trouble) {
        List<Course> courses = Waves.run(LongStream.range(1000, 1015), seed -> scenario(seed, trouble));
        assertThat(courses).allMatch(course -> course.violations().isEmpty());
    }

    @Test
    void aWaveTakesOneCommit() {
        List<Course> courses = Waves.run(LongStream.range(2000, 2012), seed -> Draw.undisturbed(seed, 12));
        assertThat(Economy.of(12, courses).commits()).allMatch(commits -> commits == 1);
    }

    private static Scenario scenario(long seed, Trouble trouble) {
        return switch (trouble) {
            case ANYTHING -> Draw.scenario(seed, 6);
            case POISON -> Draw.poisoned(seed, 6);
            case ROLLBACK -> Draw.rolledBack(seed, 6);
            case STALE_FAILURE -> Draw.undisturbed(seed, 6).withKnobs(Set.of(Knob.STALE_FAILURE));
        };
    }
}
