package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a wave went.
 *
 * @param results by the changes' ids; changes that were never started are missing
 * @param rolledBack the same of the rollback that followed a cancelled wave
 * @param commits how many commits of each rulestack the service has accepted since the wave began
 * @param makespan from the first arrival to the last end, rollback included
 * @param violations what was found to be wrong, in order
 */
public record Course(
        Scenario scenario,
        Trail trail,
        Map<String, Result> results,
        Map<String, Result> rolledBack,
        Map<String, Integer> commits,
        Duration makespan,
        List<Violation> violations) {

    /** All but what was written down call by call, which is the largest part. */
    Course withoutTrail() {
        return new Course(scenario, new Trail(Instant.EPOCH), results, rolledBack, commits, makespan, violations);
    }

    /** What a resource is to be like at the end; empty when it is to be gone. */
    Optional<Resource> due(Change change) {
        Result result = results.get(change.id());
        boolean changed = result != null && isDone(change, result) && !rolledBack.containsKey(change.id());
        return Optional.ofNullable(changed ? change.after() : change.before());
    }

    /** Where a rule whose change, or whose rollback, failed says that it is left; empty when it is where it was before. */
    Optional<ToldPlace> told(Change change) {
        Result back = rolledBack.get(change.id());
        Change last = back == null ? change : change.reversed(Set.of());
        Result end = back == null ? results.get(change.id()) : back;
        return end == null || end.succeeded() ? Optional.empty() : ToldPlace.in(last, String.valueOf(end.message()));
    }

    /** Whether it is known where a resource ends: it succeeded or went back all the way. */
    boolean isCertain(Change change) {
        Result back = rolledBack.get(change.id());
        if (back != null) {
            return isDone(change, back) || back.failedWith("NotFound");
        }
        return told(change).isEmpty();
    }

    /** What is gone already counts as deleted. */
    static boolean isDone(Change change, Result result) {
        return result.succeeded() || (change.kind() == Change.Kind.DELETE && result.failedWith("NotFound"));
    }
}
