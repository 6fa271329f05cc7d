package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.executor.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wave of rules costs: commits and time, on every kind of service. */
class EconomyTest {

    private static final Path REPORT = Path.of(System.getProperty("economy.report", "target/commit-economy.md"));

    /** Waves of each size; a multiple of twelve meets all kinds of service equally often. */
    private static final Map<Integer, Integer> WAVES = Map.of(1, 48, 2, 48, 5, 48, 20, 48, 60, 12);

    /** Two and a half commits of a minute, and the time that siblings are given to write. */
    private static final Duration LONGEST = Duration.ofSeconds(150 + 20);

    @Test
    void aWaveTakesAtMostThreeCommitsAndTwoAndAHalfOfTheirLengths() throws IOException {
        List<Economy> all = new ArrayList<>();
        for (int size : List.of(1, 2, 5, 20, 60)) {
            List<Course> courses =
                    Waves.run(LongStream.range(0, WAVES.get(size)), seed -> Draw.undisturbed(seed, size));
            assertThat(courses).allMatch(Economy::isWhole);
            all.add(Economy.of(size, courses));
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, Economy.report(all));
        assertThat(all).allSatisfy(economy -> {
            assertThat(Economy.percentile(economy.commits(), 90)).isEqualTo(1);
            assertThat(Economy.percentile(economy.commits(), 99)).isLessThanOrEqualTo(3);
            assertThat(Economy.percentile(economy.makespans(), 99)).isLessThanOrEqualTo(LONGEST);
        });
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 12})
    void ofTwentyRulesOnlyThePoisonedOneFails(long first) {
        List<Course> courses = Waves.run(LongStream.range(first, first + 12), seed -> Draw.poisoned(seed, 20));
        assertThat(courses).allSatisfy(course -> {
            Change culprit = course.scenario().changes().stream()
                    .filter(Change::poisoned)
                    .findFirst()
                    .orElseThrow();
            Result failed = course.results().get(culprit.id());
            assertThat(failed.failedWith("InvalidRequest")).isTrue();
            assertThat(failed.message()).contains(culprit.id(), "no-such-category");
            assertThat(course.results().values()).filteredOn(Result::succeeded).hasSize(19);
        });
    }
}
