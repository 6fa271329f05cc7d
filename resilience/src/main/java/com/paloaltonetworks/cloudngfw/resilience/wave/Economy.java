package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many commits undisturbed waves of one size took, and how long they lasted.
 *
 * @param size changes in a wave
 * @param commits of each wave, fewest first
 * @param makespans from the wave's start, within five or thirty seconds of which all arrive, to the last end; shortest first
 */
public record Economy(int size, List<Integer> commits, List<Duration> makespans) {

    private static final int MANY = 4;

    /** Of waves on one rulestack. */
    public static Economy of(int size, List<Course> courses) {
        return new Economy(
                size,
                courses.stream()
                        .map(course -> course.commits().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .sorted()
                        .toList(),
                courses.stream().map(Course::makespan).sorted().toList());
    }

    /** Whether all changes of a wave came into force but the poisoned one. */
    static boolean isWhole(Course course) {
        List<Change> changes = course.scenario().changes();
        return changes.stream().allMatch(change -> {
            Result result = course.results().get(change.id());
            return result != null && result.succeeded() != change.poisoned();
        });
    }

    /** What so many of a hundred do not exceed. */
    static <T> T percentile(List<T> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    /** In Markdown, one row for each shape and size. */
    public static String report(Map<Shape, List<Economy>> all) {
        return """
                # Commits that waves of rules take

                Rules of one stack and one rulestack, all beginning within five seconds unless another time is told; commits of a minute,
                calls of a tenth of a second to over one; all twelve kinds of service that the vendor's documents leave possible, equally
                often; seconds of virtual time, from the wave's start to the last rule's end. This page is written by

                    mvn -q -B -pl resilience -am test -Dpackaging.skip -Dtest=EconomyTest \\
                        -Dsurefire.failIfNoSpecifiedTests=false -Deconomy.report=../docs/verification/commit-economy.md

                and the same test holds it against a fresh run.

                | Rules | | Waves | 1 commit | 2 | 3 | 4 and more | Makespan, median | 99 % | longest |
                |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
                """
                + all.entrySet().stream()
                        .flatMap(shape -> shape.getValue().stream().map(economy -> economy.row(shape.getKey())))
                        .collect(Collectors.joining());
    }

    private String row(Shape shape) {
        List<Object> cells = new ArrayList<>(List.of(size, shape, commits.size()));
        for (int number = 1; number < MANY; number++) {
            cells.add(having(number));
        }
        cells.add(commits.stream().filter(count -> count >= MANY).count());
        for (int percent : new int[] {50, 99, 100}) {
            cells.add(percentile(makespans, percent).toSeconds() + " s");
        }
        return cells.stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private long having(int number) {
        return commits.stream().filter(count -> count == number).count();
    }
}
