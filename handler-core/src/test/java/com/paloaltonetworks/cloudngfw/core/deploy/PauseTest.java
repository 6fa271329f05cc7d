package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Delays are long enough for what they wait for, and differ between siblings. */
class PauseTest {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({"SETTLE, 10, 20", "OBSERVE, 8, 20", "REWRITE, 3, 8", "BACK_OFF, 21, 30"})
    void aPauseTakesFromItsLeastToItsMostSeconds(Pause pause, long least, long most) {
        assertThat(pause.draw(0)).isEqualTo(Duration.ofSeconds(least));
        assertThat(pause.draw(ALMOST_ONE)).isEqualTo(Duration.ofSeconds(most));
    }

    @ParameterizedTest
    @EnumSource
    void twentySiblingsDrawEverySecondThereIs(Pause pause) {
        long choices = pause.draw(ALMOST_ONE).minus(pause.draw(0)).toSeconds() + 1;
        assertThat(DoubleStream.iterate(0.025, chance -> chance < 1, chance -> chance + 0.05)
                        .mapToObj(pause::draw)
                        .distinct())
                .hasSize(Math.toIntExact(choices));
    }

    @Test
    void writersTurnedAwayAreInBeforeAnybodyCommits() {
        assertThat(Pause.SETTLE.draw(0)).isGreaterThan(Pause.REWRITE.draw(ALMOST_ONE));
    }

    @Test
    void whoPoisonedACommitHasWithdrawnBeforeTheNextBegins() {
        assertThat(Pause.BACK_OFF.draw(0)).isGreaterThan(Pause.OBSERVE.draw(ALMOST_ONE));
    }
}
