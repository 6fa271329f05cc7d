package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Lets many waves happen, two at a time: nothing is shared between them. */
public final class Waves {

    private static final int AT_A_TIME = 2;
    private static final String COMMAND = "mvn -q -B -pl resilience -am test -Dpackaging.skip -Dtest=WavesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwaves.seed=";

    private Waves() {}

    /**
     * Their courses, in the order of the seeds.
     *
     * @throws WaveBroken for the first seed at which an invariant was broken, with its smallest form
     */
    public static List<Course> run(LongStream seeds, Function<Long, Scenario> scenarios) {
        List<Course> courses = all(seeds.mapToObj(scenarios::apply).toList());
        courses.stream()
                .filter(course -> !course.violations().isEmpty())
                .findFirst()
                .ifPresent(Waves::fail);
        return courses;
    }

    private static List<Course> all(List<Scenario> scenarios) {
        ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<Course>> running = new ArrayList<>();
            scenarios.forEach(scenario -> running.add(hands.submit(() -> Wave.run(scenario))));
            List<Course> courses = new ArrayList<>();
            for (Future<Course> each : running) {
                courses.add(each.get());
            }
            return courses;
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        } finally {
            hands.shutdownNow();
        }
    }

    /** A seed's scenario, or the part of it that the replaying command names. */
    public static Scenario replayed(long seed, String kept, String left) {
        Scenario scenario = Draw.scenario(seed);
        if (!kept.isEmpty()) {
            Set<String> changes = Set.of(kept.split(","));
            scenario = scenario.keeping(change -> changes.contains(change.id()));
        }
        for (String knob : left.isEmpty() ? new String[0] : left.split(",")) {
            scenario = scenario.without(Knob.valueOf(knob));
        }
        return scenario;
    }

    /** Tells the whole story of a course that broke an invariant. */
    static void fail(Course course) {
        String invariant = course.violations().get(0).invariant();
        Scenario smallest = new Shrinking(scenario -> Wave.run(scenario).violations().stream()
                        .anyMatch(violation -> violation.invariant().equals(invariant)))
                .smallest(course.scenario());
        throw new WaveBroken(story(course, Wave.run(smallest)));
    }

    private static String story(Course course, Course smallest) {
        Scenario whole = course.scenario();
        Scenario scenario = smallest.scenario();
        Set<String> concerned =
                smallest.violations().stream().map(Violation::who).collect(Collectors.toSet());
        return course.violations().get(0)
                + "\nreplay: " + COMMAND + whole.seed()
                + "\nsmallest: " + COMMAND + whole.seed() + " -Dwaves.keep="
                + scenario.changes().stream().map(Change::id).collect(Collectors.joining(","))
                + " -Dwaves.without="
                + Arrays.stream(Knob.values())
                        .filter(knob -> whole.has(knob) && !scenario.has(knob))
                        .map(Knob::name)
                        .collect(Collectors.joining(","))
                + "\n" + scenario
                + "\n" + smallest.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"))
                + "\n" + smallest.trail().of(concerned);
    }
}
