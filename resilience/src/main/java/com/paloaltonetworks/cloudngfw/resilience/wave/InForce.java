package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.util.List;
import java.util.Optional;

/**
 * I1: when an operation reports SUCCESS, the running configuration holds exactly what it wanted, and no commit takes it out of
 * force later. A person in the console may: what she changed within the last minute is not judged.
 */
final class InForce implements Invariant {

    private static final String NAME = "I1 (success means in force)";
    private static final List<String> VIEWS = List.of(Tenant.RUNNING, Tenant.CANDIDATE);

    private final Scene scene;
    private final Operator operator;

    InForce(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
    }

    @Override
    public void ended(Change change, Result result) {
        if (result.succeeded() && !operator.hasJustActed()) {
            judge(change, Optional.ofNullable(change.after()), "at its success");
        }
    }

    @Override
    public void atRest(Course course) {
        for (Change change : course.scenario().changes()) {
            if (!operator.hasChanged(change) && course.isCertain(change)) {
                judge(change, course.due(change), "at the end");
            }
        }
    }

    private void judge(Change change, Optional<Resource> due, String when) {
        Tenant tenant = scene.tenant();
        for (String view : VIEWS) {
            due.map(wanted -> tenant.gap(view, wanted).or(() -> tenant.remains(view, change, wanted)))
                    .orElseGet(() -> tenant.leftOver(view, change.resource()))
                    .ifPresent(gap -> scene.broken(NAME, change.id(), when + " " + view + " " + gap));
        }
    }
}
