package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Every fault at every call of every operation. */
final class Sweep {

    private static final int THREADS = 2;

    /** One try: what was disturbed, and what came of it. */
    record Try(Story story, Disturbance disturbance, Verdict verdict) {

        /** By this name one try is run alone. */
        String name() {
            return story + ", " + disturbance;
        }

        @Override
        public String toString() {
            return name() + " (" + disturbance.point().call() + "): " + verdict.reason();
        }
    }

    private Sweep() {}

    /** @param wanted by name */
    static List<Try> of(List<Story> stories, Predicate<String> wanted) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Try>> tries = new ArrayList<>();
            for (Story story : stories) {
                tries.addAll(started(story, wanted, threads));
            }
            List<Try> done = new ArrayList<>();
            for (Future<Try> each : tries) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Future<Try>> started(Story story, Predicate<String> wanted, ExecutorService threads) {
        Stage stage = Stage.of(story);
        Trial.Ending undisturbed = Trial.of(stage, null);
        List<String> doubts = new Yardstick(stage).doubts(undisturbed);
        if (!doubts.isEmpty()) {
            throw new IllegalStateException(story + " is no measure: " + doubts);
        }
        Judge judge = new Judge(story, stage.snapshot(), undisturbed);
        return disturbances(story, undisturbed.evidence().points()).stream()
                .filter(disturbance -> wanted.test(story + ", " + disturbance))
                .map(disturbance -> threads.submit(() ->
                        tried(story, disturbance, () -> judge.judge(disturbance, Trial.of(stage, disturbance)))))
                .toList();
    }

    /** A fault that lasts begins at an address's first call, and once more at its first one after the last write. */
    static List<Disturbance> disturbances(Story story, List<Point> points) {
        int lastWrite = points.stream()
                .filter(Point::isWrite)
                .mapToInt(Point::number)
                .max()
                .orElse(0);
        Set<String> afterwards = new HashSet<>();
        List<Disturbance> disturbances = new ArrayList<>();
        for (Point point : points) {
            boolean looks = point.number() > lastWrite && afterwards.add(point.call());
            Arrays.stream(Fault.values())
                    .filter(fault -> fault.mayBefall(story, point) || (fault.lasts() && looks))
                    .filter(fault -> story.focus().test(point))
                    .forEach(fault -> disturbances.add(new Disturbance(fault, point)));
        }
        return disturbances;
    }

    /** What breaks the trial itself is told of this try, and does not end the others. */
    static Try tried(Story story, Disturbance disturbance, Supplier<Verdict> trial) {
        try {
            return new Try(story, disturbance, trial.get());
        } catch (RuntimeException | AssertionError broken) {
            return new Try(story, disturbance, new Verdict(Verdict.Kind.WRONG, "the trial broke: " + broken));
        }
    }

    /** Faults that a story has calls for, and that were possible at none of them: nothing is known of them. */
    static Set<String> triedNowhere(List<Try> tries) {
        Set<String> nowhere = new TreeSet<>();
        tries.forEach(each -> nowhere.add(faultOf(each)));
        tries.stream()
                .filter(each -> each.verdict().kind() != Verdict.Kind.NOT_POSSIBLE)
                .forEach(each -> nowhere.remove(faultOf(each)));
        return nowhere;
    }

    private static String faultOf(Try each) {
        return each.story() + ", " + each.disturbance().fault();
    }
}
