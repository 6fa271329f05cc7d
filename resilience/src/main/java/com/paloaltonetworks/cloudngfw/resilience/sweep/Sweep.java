package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

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
        if (!undisturbed.succeeded() || !undisturbed.watch().getOffences().isEmpty()) {
            throw new IllegalStateException(story + " fails without a fault: " + undisturbed.ends()
                    + undisturbed.watch().getOffences());
        }
        Judge judge = new Judge(story, stage.snapshot(), undisturbed);
        List<Future<Try>> tries = new ArrayList<>();
        for (Point point :
                undisturbed.watch().getPoints().stream().filter(story.focus()).toList()) {
            Arrays.stream(Fault.values())
                    .filter(fault -> fault.mayBefall(story, point))
                    .map(fault -> new Disturbance(fault, point))
                    .filter(disturbance -> wanted.test(story + ", " + disturbance))
                    .forEach(disturbance -> tries.add(threads.submit(() -> tried(stage, judge, disturbance))));
        }
        return tries;
    }

    private static Try tried(Stage stage, Judge judge, Disturbance disturbance) {
        Verdict verdict = judge.judge(disturbance, Trial.of(stage, disturbance));
        return new Try(stage.story(), disturbance, verdict);
    }
}
