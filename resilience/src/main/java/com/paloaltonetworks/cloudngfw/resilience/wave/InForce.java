package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * I1: when an operation reports SUCCESS, the running configuration holds exactly what it wanted, and no commit takes it out of
 * force later. What is in force is looked at whenever anybody reads a commit's status: who repairs what an older commit has
 * undone reads it first, so that a loss shows before it is mended. A person in the console may undo it: what she has edited
 * herself is not judged, nor what is in a rulestack that she has deleted, where nothing may succeed any more.
 */
final class InForce implements Invariant {

    private static final String NAME = "I1 (success means in force)";
    private static final List<String> VIEWS = List.of(Tenant.RUNNING, Tenant.CANDIDATE);

    /** Longer than any takes. */
    private static final Duration AN_INVOCATION = Duration.ofMinutes(1);

    private final Scene scene;
    private final Operator operator;

    /** Changes that have succeeded and are not being taken back, by their ids. */
    private final Map<String, Change> achieved = new TreeMap<>();

    InForce(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
    }

    @Override
    public void begins(Change change) {
        achieved.remove(change.id());
    }

    @Override
    public void ended(Change change, Result result) {
        if (result.succeeded()) {
            achieved.put(change.id(), change);
            judgeRulestack(change);
            judge(change, Optional.ofNullable(change.after()), VIEWS, "at its success");
        }
    }

    /** Whoever looked before it was deleted may succeed just after. */
    private void judgeRulestack(Change change) {
        boolean written = change.after() != null && !change.isOf(ResourceKind.FIREWALL);
        if (written && operator.hadRemoved(change.rulestack(), AN_INVOCATION)) {
            scene.broken(NAME, change.id(), "at its success rulestack " + change.rulestack() + " is long gone");
        }
    }

    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        if (CommitCall.isStatusRead(call)) {
            String rulestack = CommitCall.rulestack(call);
            for (Change change : List.copyOf(achieved.values())) {
                if (change.rulestack().equals(rulestack)) {
                    judgeStill(change);
                }
            }
        }
    }

    /** Once told is enough. */
    private void judgeStill(Change change) {
        int told = scene.violations().size();
        judge(change, Optional.ofNullable(change.after()), List.of(Tenant.RUNNING), "after its success");
        if (scene.violations().size() > told) {
            achieved.remove(change.id());
        }
    }

    @Override
    public void atRest(Course course) {
        for (Change change : course.scenario().changes()) {
            if (course.isCertain(change)) {
                judge(change, course.due(change), VIEWS, "at the end");
            }
        }
    }

    private void judge(Change change, Optional<Resource> due, List<String> views, String when) {
        if (operator.hasChanged(change) || operator.hasRemoved(change.rulestack())) {
            return;
        }
        Tenant tenant = scene.tenant();
        for (String view : views) {
            due.map(wanted -> tenant.gap(view, wanted).or(() -> tenant.remains(view, change, wanted)))
                    .orElseGet(() -> tenant.leftOver(view, change.resource()))
                    .ifPresent(gap -> scene.broken(NAME, change.id(), when + " " + view + " " + gap));
        }
    }
}
