package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a wave takes place: what invariants and disturbances look at, and where they write down what they saw and did. */
final class Scene {

    private final Scenario scenario;
    private final Scheduler scheduler;
    private final Trail trail;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable Simulator service;

    Scene(Scenario scenario, Scheduler scheduler) {
        this.scenario = scenario;
        this.scheduler = scheduler;
        this.trail = new Trail(scheduler.now());
    }

    void opens(Simulator opened) {
        service = opened;
    }

    Scenario scenario() {
        return scenario;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Simulator service() {
        return Objects.requireNonNull(service);
    }

    Tenant tenant() {
        return new Tenant(service().tenant());
    }

    Trail trail() {
        return trail;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void note(String who, String what) {
        trail.add(scheduler.now(), who, what);
    }

    void broken(String invariant, String who, String what) {
        violations.add(new Violation(invariant, who, what));
        note(who, "!!! " + invariant + " broken: " + what);
    }
}
