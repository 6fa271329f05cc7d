package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.executor.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What waves of rules cost: commits and time, on every kind of service. {@code -Deconomy.report=FILE} writes the page instead of
 * holding it against the waves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EconomyTest {

    private static final String WRITTEN = System.getProperty("economy.report", "");
    private static final Path FRESH = Path.of("target", "commit-economy.md");
    private static final Path PAGE = Path.of("..", "docs", "verification", "commit-economy.md");

    /** Of each shape and size; all kinds of service once. */
    private static final int WAVES = 12;

    private static final Map<Shape, List<Economy>> MEASURED = new EnumMap<>(Shape.class);

    /** In seconds: so many commits of a minute one after the other, and the time that siblings are given to write. */
    @ParameterizedTest(name = "{0}: most take {1}, none more than {2}, and no longer than {3} s")
    @Order(1)
    @CsvSource({
        "CREATED,        1, 2, 170",
        "CREATED_SLOWLY, 2, 2, 260",
        "UPDATED,        1, 2, 170",
        "DELETED,        1, 2, 170",
        "POISONED,       2, 3, 300"
    })
    void aWaveTakesFewCommitsWhateverItsSize(Shape shape, int usual, int most, int seconds) {
        List<Economy> all = sizes(shape).stream()
                .map(size -> Economy.of(size, courses(shape, size)))
                .toList();
        MEASURED.put(shape, all);
        assertThat(all).allSatisfy(economy -> {
            assertThat(Economy.percentile(economy.commits(), 90)).isLessThanOrEqualTo(usual);
            assertThat(Economy.percentile(economy.commits(), 100)).isLessThanOrEqualTo(most);
            assertThat(Economy.percentile(economy.makespans(), 100)).isLessThanOrEqualTo(Duration.ofSeconds(seconds));
        });
    }

    private static List<Integer> sizes(Shape shape) {
        return shape == Shape.CREATED ? List.of(1, 2, 5, 20, 60) : List.of(5, 20);
    }

    private static List<Course> courses(Shape shape, int size) {
        List<Course> courses = Waves.run(LongStream.range(0, WAVES), seed -> shape.scenario(seed, size));
        assertThat(courses).allMatch(Economy::isWhole).allSatisfy(EconomyTest::theCulpritIsNamed);
        return courses;
    }

    private static void theCulpritIsNamed(Course course) {
        course.scenario().changes().stream().filter(Change::poisoned).forEach(culprit -> {
            Result failed = course.results().get(culprit.id());
            assertThat(failed.failedWith("InvalidRequest")).isTrue();
            assertThat(failed.message()).contains(culprit.id(), "no-such-category");
        });
    }

    @Test
    @Order(2)
    void thePageTellsWhatWasMeasured() throws IOException {
        assertThat(MEASURED).hasSize(Shape.values().length);
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, Economy.report(MEASURED));
        if (WRITTEN.isEmpty()) {
            assertThat(FRESH).hasSameTextualContentAs(PAGE);
        } else {
            Files.copy(FRESH, Path.of(WRITTEN), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
