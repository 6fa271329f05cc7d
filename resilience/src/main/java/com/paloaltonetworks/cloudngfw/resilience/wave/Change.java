package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a stack changes about one resource.
 *
 * @param id the resource's logical id
 * @param stack which of the stacks
 * @param before null when the resource is created
 * @param after null when it is deleted
 * @param needs ids of changes that must have succeeded before this one starts
 * @param arrival when it starts, counted from then
 * @param poisoned whether no commit that carries it succeeds
 */
public record Change(
        String id,
        int stack,
        @Nullable Resource before,
        @Nullable Resource after,
        Set<String> needs,
        Duration arrival,
        boolean poisoned) {

    /** What CloudFormation calls it. */
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    public Change {
        needs = Set.copyOf(needs);
    }

    Kind kind() {
        if (before == null) {
            return Kind.CREATE;
        }
        return after == null ? Kind.DELETE : Kind.UPDATE;
    }

    Resource resource() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    boolean isOf(ResourceKind kind) {
        return resource().kind() == kind;
    }

    /** The rulestack that it changes, or that a firewall is linked with. */
    String rulestack() {
        return resource().properties().path("RuleStackName").asText();
    }

    /** Takes this change back. */
    Change reversed(Set<String> needed) {
        return new Change(id, stack, after, before, needed, arrival.dividedBy(10), false);
    }

    Change inFirstStack() {
        return new Change(id, 0, before, after, needs, arrival, poisoned);
    }

    Change harmless() {
        return poisoned ? new Change(id, stack, before, Models.harmless(resource()), needs, arrival, false) : this;
    }

    Change without(Set<String> dropped) {
        Set<String> left = new TreeSet<>(needs);
        left.removeAll(dropped);
        return new Change(id, stack, before, after, left, arrival, poisoned);
    }

    @Override
    public String toString() {
        return kind() + " " + id + " of stack " + stack + " after " + arrival.toMillis() + " ms"
                + (needs.isEmpty() ? "" : " and " + new TreeSet<>(needs)) + (poisoned ? ", poisoned" : "")
                + (before == null ? "" : "\n      from " + before.properties())
                + (after == null ? "" : "\n      to   " + after.properties());
    }
}
