package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries out changes as a stack does: each as soon as those that it needs have succeeded, none after a cancellation. */
final class StackOperation {

    private final Scheduler scheduler;
    private final Scheduler.Activities activities;
    private final Function<Change, Result> operation;
    private final BooleanSupplier cancelled;
    private final Consumer<Map<String, Result>> atEnd;
    private final Set<Change> waiting = new LinkedHashSet<>();
    private final Map<String, Result> results = new LinkedHashMap<>();
    private int underWay;

    StackOperation(
            Scheduler scheduler,
            Scheduler.Activities activities,
            Function<Change, Result> operation,
            BooleanSupplier cancelled,
            Consumer<Map<String, Result>> atEnd) {
        this.scheduler = scheduler;
        this.activities = activities;
        this.operation = operation;
        this.cancelled = cancelled;
        this.atEnd = atEnd;
    }

    void carryOut(List<Change> changes) {
        waiting.addAll(changes);
        startWhatMay();
    }

    private void startWhatMay() {
        List<Change> ready =
                waiting.stream().filter(change -> isReady(change.needs())).toList();
        ready.forEach(change -> {
            waiting.remove(change);
            underWay++;
            activities.start(() -> carryOut(change));
        });
        if (underWay == 0) {
            atEnd.accept(results);
        }
    }

    private boolean isReady(Set<String> needs) {
        return needs.stream()
                .allMatch(need -> results.containsKey(need)
                        && (results.get(need).succeeded() || results.get(need).failedWith("NotFound")));
    }

    private void carryOut(Change change) {
        scheduler.sleep(change.arrival());
        if (!cancelled.getAsBoolean()) {
            results.put(change.id(), operation.apply(change));
        }
        underWay--;
        startWhatMay();
    }
}
