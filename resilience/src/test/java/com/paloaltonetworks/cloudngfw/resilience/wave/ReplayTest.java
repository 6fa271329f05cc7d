package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed is the whole story: the same calls at the same moments, in this process and in any other. */
class ReplayTest {

    /** Waves of five and one of twenty, with nearly all of the disturbances there are. */
    private static final String SEEDS = "90,132,147";

    @Test
    void aSeedTakesTheSameCourseTwice() {
        assertThat(told(SEEDS)).isEqualTo(told(SEEDS)).contains("-> 200");
    }

    @Test
    void aSeedTakesTheSameCourseInAnotherProcess() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayTest.class.getName(),
                        SEEDS)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(there).isEqualTo(told(SEEDS));
    }

    /** Tells the courses of the seeds that it is given. */
    public static void main(String[] arguments) {
        System.out.print(told(arguments[0]));
    }

    private static String told(String seeds) {
        List<String> all = List.of(seeds.split(","));
        return LongStream.range(0, all.size())
                .mapToObj(index -> Wave.run(Draw.scenario(Long.parseLong(all.get((int) index)))))
                .flatMap(course -> course.trail().lines().stream())
                .collect(Collectors.joining("\n"));
    }
}
