package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
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

    /** So many courses are kept at a time, whatever their number: each is judged when it is its turn, and forgotten. */
    private static final int AHEAD = 8;

    private Waves() {}

    /** Courses without their trails, for waves that are few. */
    public static List<Course> run(LongStream seeds, Function<Long, Scenario> scenarios) {
        return run(seeds, scenarios, Course::withoutTrail);
    }

    /**
     * What is to be kept of each course, in the order of the seeds.
     *
     * @throws WaveBroken at the first seed with which an invariant was broken or the wave broke off; no other wave is begun then
     */
    public static <T> List<T> run(LongStream seeds, Function<Long, Scenario> scenarios, Function<Course, T> kept) {
        ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<T> all = new ArrayList<>();
            Deque<Future<Course>> running = new ArrayDeque<>();
            PrimitiveIterator.OfLong left = seeds.iterator();
            while (left.hasNext() || !running.isEmpty()) {
                while (left.hasNext() && running.size() < AHEAD) {
                    long seed = left.nextLong();
                    running.add(hands.submit(() -> Wave.run(scenarios.apply(seed))));
                }
                all.add(kept.apply(sound(running.remove().get())));
            }
            return all;
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        } finally {
            hands.shutdownNow();
        }
    }

    private static Course sound(Course course) {
        if (!course.violations().isEmpty()) {
            throw new WaveBroken(story(course));
        }
        return course;
    }

    /** The whole story of a course that broke an invariant. */
    private static String story(Course course) {
        String invariant = course.violations().get(0).invariant();
        Scenario whole = course.scenario();
        Scenario part = new Shrinking(scenario -> Wave.run(scenario).violations().stream()
                        .anyMatch(violation -> violation.invariant().equals(invariant)))
                .smallest(whole);
        Course smallest = Wave.run(part);
        Set<String> concerned =
                smallest.violations().stream().map(Violation::who).collect(Collectors.toSet());
        return course.violations().get(0)
                + "\nreplay: " + line(whole, whole)
                + "\nsmallest: " + line(whole, part)
                + "\n" + part
                + "\n" + smallest.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"))
                + "\n" + smallest.trail().of(concerned);
    }

    private static String line(Scenario whole, Scenario part) {
        return Replay.of(whole, part)
                .map(Replay::line)
                .orElse("no recipe draws this scenario of seed " + whole.seed() + "; make it one");
    }
}
