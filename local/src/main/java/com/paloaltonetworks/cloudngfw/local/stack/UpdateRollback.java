package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.DependencyGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings the resources of a failed update back to what they were: those that were changed are updated with their old
 * properties, also when their update failed half-way; new physical resources are left for the clean-up.
 */
final class UpdateRollback {

    private final StackOperation operation;
    private final Forward forward;
    private final ResourceCalls calls;
    private final Set<String> failed = new TreeSet<>();
    private final List<StackResource> surplus = new ArrayList<>();

    UpdateRollback(StackOperation operation, Forward forward, Map<String, String> failedTags) {
        this.operation = operation;
        this.forward = forward;
        Map<String, String> tags = Map.copyOf(operation.getStack().getTags());
        this.calls = new ResourceCalls(operation, new ResourceCalls.Tags(tags, failedTags), true, () -> false);
    }

    /** The physical resources that the failed update made. */
    List<StackResource> surplus() {
        return surplus;
    }

    /** Returns the logical ids that could not be brought back. */
    Set<String> run() {
        Map<String, StackResource> before = forward.getBefore();
        operation.getStack().getResources().values().stream()
                .filter(resource -> !before.containsKey(resource.logicalId()))
                .forEach(surplus::add);
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        before.forEach((id, resource) -> needs.put(id, new LinkedHashSet<>(resource.needs())));
        GraphWalk.run(new DependencyGraph(needs), operation.getScheduler(), this::bringBack);
        return failed;
    }

    private boolean bringBack(String logicalId) {
        StackResource old = forward.getBefore().get(logicalId);
        StackResource now = operation.getStack().resource(logicalId).orElse(old);
        ResourceChange begun = forward.getBegun().get(logicalId);
        if (begun == null) {
            operation.change(logicalId, kept -> old.withModel(kept.model()));
            return true;
        }
        return switch (begun) {
            case Modify -> revert(old, now);
            case Replace -> isGone(old) ? makeAgain(old, now) : takeBack(old, now);
            default -> takeBack(old, now);
        };
    }

    private boolean revert(StackResource old, StackResource now) {
        operation.status(now, ResourceStatus.UPDATE_IN_PROGRESS, null);
        return ended(old, calls.update(now, old.properties(), now.properties()));
    }

    /** The old physical resource is still there: the record just points to it again. */
    private boolean takeBack(StackResource old, StackResource now) {
        if (now.generation() != old.generation()) {
            synchronized (this) {
                surplus.add(now);
            }
        }
        operation.status(old, ResourceStatus.UPDATE_COMPLETE, null);
        return true;
    }

    /** The type removes the old resource before it makes the new one, so the way back is the same once more. */
    private boolean makeAgain(StackResource old, StackResource now) {
        operation.status(now, ResourceStatus.UPDATE_IN_PROGRESS, null);
        if (now.physicalId() != null) {
            calls.delete(now);
        }
        StackResource next =
                old.withGeneration(now.generation() + 1).withPhysicalId(null).withModel(null);
        Result result = calls.create(next, found -> {});
        return ended(next.withPhysicalId(result.physicalId()), result);
    }

    private boolean isGone(StackResource old) {
        return forward.getDeletedFirst().contains(old.logicalId());
    }

    private boolean ended(StackResource resource, Result result) {
        if (result.succeeded()) {
            ObjectNode model = result.model() == null ? resource.model() : result.model();
            operation.status(resource.withModel(model), ResourceStatus.UPDATE_COMPLETE, null);
            return true;
        }
        synchronized (this) {
            failed.add(resource.logicalId());
        }
        operation.status(resource, ResourceStatus.UPDATE_FAILED, StackOperation.reasonOf(result));
        return false;
    }
}
