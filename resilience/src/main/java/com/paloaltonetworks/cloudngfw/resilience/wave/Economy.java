package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many commits undisturbed waves of one size took, and how long they lasted.
 *
 * @param size changes in a wave
 * @param commits of each wave, fewest first
 * @param makespans from the first arrival to the last success, shortest first
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

    /** Whether all changes of a wave came into force. */
    static boolean isWhole(Course course) {
        return course.results().size() == course.scenario().changes().size()
                && course.results().values().stream().allMatch(Result::succeeded);
    }

    /** What so many of a hundred do not exceed. */
    static <T> T percentile(List<T> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    /** In Markdown, one row for each size. */
    public static String report(List<Economy> all) {
        return """
                # Commits that waves of rules take

                Rules of one stack and one rulestack, created within five seconds; commits of a minute, calls of a tenth of a second to
                over one; all twelve kinds of service that the vendor's documents leave possible, equally often; seconds of virtual
                time, from the first rule's beginning to the last one's success. Made by

                    mvn -q -B -pl resilience -am test -Dpackaging.skip -Dtest=EconomyTest \\
                        -Dsurefire.failIfNoSpecifiedTests=false -Deconomy.report=../docs/verification/commit-economy.md

                | Rules | Waves | 1 commit | 2 | 3 | 4 and more | Makespan, median | 99 % | longest |
                |---|---|---|---|---|---|---|---|---|
                """ + all.stream().map(Economy::row).collect(Collectors.joining());
    }

    private String row() {
        return "| %d | %d | %d | %d | %d | %d | %d s | %d s | %d s |%n"
                .formatted(
                        size,
                        commits.size(),
                        having(1),
                        having(2),
                        having(3),
                        commits.stream().filter(count -> count >= MANY).count(),
                        percentile(makespans, 50).toSeconds(),
                        percentile(makespans, 99).toSeconds(),
                        percentile(makespans, 100).toSeconds());
    }

    private long having(int number) {
        return commits.stream().filter(count -> count == number).count();
    }
}
