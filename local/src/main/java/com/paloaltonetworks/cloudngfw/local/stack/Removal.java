package com.paloaltonetworks.cloudngfw.local.stack;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.DependencyGraph;
import com.paloaltonetworks.cloudngfw.local.template.Template.Policy;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The phase in which physical resources go, dependents first. */
final class Removal {

    /** Why resources go, which decides whether a policy keeps them and how hard the engine tries. */
    enum Occasion {
        STACK_DELETED(1),
        CREATE_ROLLED_BACK(1),
        UPDATE_CLEANED_UP(3),
        UPDATE_ROLLED_BACK(3);

        private final int attempts;

        Occasion(int attempts) {
            this.attempts = attempts;
        }
    }

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final StackOperation operation;
    private final Occasion occasion;
    private final ResourceCalls calls;
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final Set<String> failed = new TreeSet<>();

    Removal(StackOperation operation, Occasion occasion, Collection<StackResource> resources) {
        this.operation = operation;
        this.occasion = occasion;
        boolean rollback = occasion == Occasion.CREATE_ROLLED_BACK || occasion == Occasion.UPDATE_ROLLED_BACK;
        this.calls = ResourceCalls.uncancelled(operation, rollback);
        resources.forEach(resource -> this.resources.put(resource.logicalId(), resource));
    }

    /** Returns the logical ids that could not be removed. */
    Set<String> run() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        resources.forEach((id, resource) -> needs.put(id, new LinkedHashSet<>(resource.needs())));
        GraphWalk.run(new DependencyGraph(needs).reversed(), operation.getScheduler(), this::remove);
        return failed;
    }

    private boolean remove(String logicalId) {
        StackResource resource = resources.get(logicalId);
        if (resource.status() == ResourceStatus.DELETE_COMPLETE) {
            return true;
        }
        if (resource.physicalId() == null) {
            tell(resource, ResourceStatus.DELETE_COMPLETE, null);
            return true;
        }
        if (isKept(resource)) {
            tell(resource, ResourceStatus.DELETE_SKIPPED, null);
            return true;
        }
        tell(resource, ResourceStatus.DELETE_IN_PROGRESS, null);
        Result result = delete(resource);
        if (result.succeeded() || result.failedWith("NotFound")) {
            tell(resource, ResourceStatus.DELETE_COMPLETE, null);
            return true;
        }
        synchronized (this) {
            failed.add(logicalId);
        }
        tell(resource, ResourceStatus.DELETE_FAILED, StackOperation.reasonOf(result));
        return occasion.attempts > 1;
    }

    private Result delete(StackResource resource) {
        Result result = calls.delete(resource);
        for (int attempt = 1; attempt < occasion.attempts; attempt++) {
            if (result.succeeded() || result.failedWith("NotFound")) {
                break;
            }
            operation.getScheduler().sleep(BETWEEN_ATTEMPTS);
            result = calls.delete(resource);
        }
        return result;
    }

    private boolean isKept(StackResource resource) {
        boolean replaced = !isCurrent(resource) && occasion == Occasion.UPDATE_CLEANED_UP;
        if (replaced) {
            return resource.updateReplacePolicy() == Policy.Retain;
        }
        return switch (occasion) {
            case STACK_DELETED, UPDATE_CLEANED_UP -> resource.deletionPolicy() != Policy.Delete;
            case CREATE_ROLLED_BACK, UPDATE_ROLLED_BACK -> resource.deletionPolicy() == Policy.Retain;
        };
    }

    private boolean isCurrent(StackResource resource) {
        return operation
                .getStack()
                .resource(resource.logicalId())
                .filter(kept -> kept.generation() == resource.generation())
                .isPresent();
    }

    private void tell(StackResource resource, ResourceStatus status, String reason) {
        if (isCurrent(resource)) {
            operation.status(resource, status, reason);
        } else {
            operation.statusOfOther(resource, status, reason);
        }
    }
}
