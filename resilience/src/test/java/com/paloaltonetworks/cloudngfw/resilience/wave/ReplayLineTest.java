package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line that a failing wave prints brings this very wave back, however it was drawn and however it fails. */
class ReplayLineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aLineBringsAWaveOfAnyRecipeBack(Recipe recipe) {
        Scenario whole = recipe.draw(1007, 6);
        assertThat(replayed(Replay.of(whole, whole).orElseThrow().line())).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void aLineBringsAPartOfAWaveBack(Recipe recipe) {
        Scenario whole = recipe.draw(1008, 6);
        String first = whole.changes().get(0).id();
        Scenario part = whole.keeping(change -> change.id().equals(first));
        for (Knob knob : whole.knobs()) {
            part = part.without(knob);
        }
        assertThat(replayed(Replay.of(whole, part).orElseThrow().line())).isEqualTo(part);
    }

    @Test
    void aSeedOfItsOwnSizeNeedsNothingElse() {
        Scenario whole = Draw.scenario(40);
        assertThat(Replay.of(whole, whole).orElseThrow().line()).endsWith(" -Dtest=WavesTest -Dwaves.seed=40");
    }

    @Test
    void aWaveThatBreaksOffIsToldWithTheLine() {
        assertThatThrownBy(() -> Waves.run(LongStream.of(3), seed -> bodiless(Draw.undisturbed(seed, 2))))
                .isInstanceOf(WaveBroken.class)
                .hasMessageContaining("the end of a wave broken")
                .hasMessageContaining("seed 3");
    }

    /** The console refuses a rulestack without a name. */
    private static Scenario bodiless(Scenario scenario) {
        return scenario.withChanges(
                List.of(new Change("rule-1", 0, null, Models.rule("rule-1", "", 10), Set.of(), Duration.ZERO, false)));
    }

    @Test
    void whoWaitsForEverIsStopped() {
        Patience patience = new Patience(new VirtualScheduler(1, START), START.plusSeconds(60));
        assertThatThrownBy(() -> patience.run(activities -> {
                    while (true) {
                        patience.sleep(Duration.ofSeconds(7));
                    }
                }))
                .isInstanceOf(Patience.Lost.class);
        assertThat(patience.now()).isEqualTo(START.plusSeconds(63));
    }

    private static Scenario replayed(String line) {
        Properties properties = new Properties();
        Arrays.stream(line.split(" -D"))
                .filter(each -> each.startsWith("waves."))
                .forEach(each ->
                        properties.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        return Replay.of(properties).scenario();
    }
}
