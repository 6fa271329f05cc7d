package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A story that really ran without a fault; what a test wants otherwise it changes in copies of how it ended. */
record Run(Story story, Stage stage, Ending undisturbed) {

    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    /** @param name such as {@code RuleStack create} */
    static Run of(String name) {
        return RUNS.computeIfAbsent(name, any -> {
            Story story = Stories.all().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Stage stage = Stage.of(story);
            return new Run(story, stage, Trial.of(stage, null));
        });
    }

    Snapshot before() {
        return stage.snapshot();
    }

    /** The first of the operation's calls whose name ends so. */
    Point call(String ending) {
        return undisturbed.evidence().points().stream()
                .filter(point -> point.call().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    Point lastCall() {
        List<Point> points = undisturbed.evidence().points();
        return points.get(points.size() - 1);
    }

    Ending disturbed(Fault fault, Point point) {
        return Trial.of(stage, new Disturbance(fault, point));
    }

    Verdict verdict(Fault fault, Point point, Ending ending) {
        return new Judge(story, before(), undisturbed).judge(new Disturbance(fault, point), ending);
    }

    /** As if it had failed, and all had been taken back. */
    Ending failed(String code, String message) {
        return undisturbed
                .withEnds(List.of(failure(code, message)))
                .withAtEnd(before())
                .withTenant(before())
                .withEvidence(undisturbed.evidence().withMet(true));
    }

    /** As if a call had been disturbed, and nothing had come of it. */
    Ending converged() {
        return undisturbed.withEvidence(undisturbed.evidence().withMet(true));
    }

    static Result failure(String code, String message) {
        return new Result(Result.Status.FAILED, code, message, null, null, List.of(), null, "token", 1);
    }

    /** @param value null to take the path away */
    static Snapshot with(Snapshot snapshot, String path, @Nullable String value) {
        SortedMap<String, String> values = new TreeMap<>(snapshot.values());
        if (value == null) {
            values.remove(path);
        } else {
            values.put(path, value);
        }
        return new Snapshot(values);
    }
}
