package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few waves in a few seconds, chosen so that every mistake of the commit machine that we can think of shows. */
class QuickWavesTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDISTURBED")
    void nothingIsLostInASmallWave(Recipe recipe) {
        assertThat(Waves.run(LongStream.range(1000, 1015), seed -> recipe.draw(seed, 6)))
                .hasSize(15);
    }

    @Test
    void aWaveTakesOneCommit() {
        List<Course> courses = Waves.run(LongStream.range(2000, 2012), seed -> Draw.undisturbed(seed, 12));
        assertThat(Economy.of(12, courses).commits()).allMatch(commits -> commits == 1);
    }
}
