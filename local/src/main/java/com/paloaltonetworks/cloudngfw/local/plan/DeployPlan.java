package com.paloaltonetworks.cloudngfw.local.plan;

import com.paloaltonetworks.cloudngfw.local.stack.ResourceChange;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.List;
import java.util.SortedMap;

/**
 * What a deploy does and what it costs.
 *
 * @param stack as the deploy leaves it
 * @param changed false when the deploy finds nothing to do
 * @param created whether the deploy makes the stack
 * @param changes in the order of their dependencies, those that go last
 * @param stackChanges of outputs and of the stack's own tags
 * @param writes requests that change something in the service, {@code METHOD /path/with/{placeholders}} to count
 * @param problems what a failed deploy would list
 */
public record DeployPlan(
        Stack stack,
        boolean changed,
        boolean created,
        List<PlannedChange> changes,
        List<Detail> stackChanges,
        SortedMap<String, Integer> writes,
        Outcome outcome,
        List<Problem> problems) {

    /**
     * What else there is to say.
     *
     * @param failures of resources, {@code Id: reason}, the first one first
     * @param notReached logical ids whose turn never came because another resource failed
     * @param notices what the deploy says about the values it was given
     */
    public record Outcome(List<String> failures, List<String> notReached, List<Problem> notices) {}

    /** Whether the deploy does what is asked. */
    public boolean succeeds() {
        return !changed || stack.getStatus().isSuccess();
    }

    public long count(ResourceChange action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    public int writeCount() {
        return writes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The commits among the writes. */
    public int commitCount() {
        return writes.entrySet().stream()
                .filter(write -> write.getKey().endsWith("/commit"))
                .mapToInt(write -> write.getValue())
                .sum();
    }
}
