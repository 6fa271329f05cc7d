package com.paloaltonetworks.cloudngfw.local.stack;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import lombok.AccessLevel;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Creates, updates and deletes stacks the way CloudFormation does, rollback and clean-up included. */
@Getter(AccessLevel.PACKAGE)
public final class StackEngine {

    private final TypeRegistry types;
    private final Scheduler scheduler;
    private final StackListener listener;

    public StackEngine(TypeRegistry types, Scheduler scheduler, StackListener listener) {
        this.types = types;
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** What a deploy asks for besides template and parameters. */
    public record Wish(Map<String, String> tags, boolean disableRollback) {}

    /** Creates a stack; its status says how that ended. */
    public void create(Stack stack, PreparedTemplate prepared, Wish wish, Environment environment) {
        StackOperation operation = new StackOperation(this, stack, environment);
        stack.setCreationTime(operation.now());
        stack.setTags(new LinkedHashMap<>(wish.tags()));
        adopt(stack, prepared);
        operation.stackStatus(StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        Forward forward = new Forward(operation, prepared, wish.tags(), !wish.disableRollback());
        forward.run();
        String failure = forward.failed() ? forward.reason() : outputs(forward);
        if (failure == null) {
            operation.stackStatus(StackStatus.CREATE_COMPLETE, null);
        } else if (wish.disableRollback()) {
            operation.stackStatus(StackStatus.CREATE_FAILED, failure);
        } else {
            String reason = failure + " Rollback requested by user.";
            operation.stackStatus(StackStatus.ROLLBACK_IN_PROGRESS, reason);
            Set<String> left = new Removal(operation, Removal.Occasion.CREATE_ROLLED_BACK, all(stack)).run();
            operation.stackStatus(
                    left.isEmpty() ? StackStatus.ROLLBACK_COMPLETE : StackStatus.ROLLBACK_FAILED, reason(left));
            if (left.isEmpty()) {
                stack.setStatusReason(reason);
            }
        }
    }

    /**
     * Updates a stack; its status says how that ended.
     *
     * @return false when nothing is to be done and nothing was
     */
    public boolean update(Stack stack, PreparedTemplate prepared, Wish wish, Environment environment) {
        requireUpdatable(stack);
        StackOperation operation = new StackOperation(this, stack, environment);
        boolean tagsChanged = !wish.tags().equals(stack.getTags());
        boolean complete = stack.getStatus().name().endsWith("COMPLETE");
        if (plan(operation, prepared, tagsChanged).isEmpty() && !tagsChanged && complete) {
            return false;
        }
        stack.setLastUpdatedTime(operation.now());
        Set<String> secretsBefore = new LinkedHashSet<>(stack.getSecrets());
        stack.getSecrets().addAll(prepared.parameters().secrets());
        operation.stackStatus(StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
        unnamed(stack, prepared)
                .forEach(resource -> operation.decided(new Decision(ResourceChange.Remove, resource, null, false)));
        Forward forward = new Forward(operation, prepared, wish.tags(), !wish.disableRollback());
        forward.run();
        String failure = forward.failed() ? forward.reason() : outputs(forward);
        if (failure != null && !wish.disableRollback()) {
            rollBack(operation, forward, wish, failure);
            stack.setSecrets(secretsBefore);
            return true;
        }
        adopt(stack, prepared);
        stack.setTags(new LinkedHashMap<>(wish.tags()));
        if (failure != null) {
            new Removal(operation, Removal.Occasion.UPDATE_CLEANED_UP, forward.getLeftovers()).run();
            operation.stackStatus(StackStatus.UPDATE_FAILED, failure);
            return true;
        }
        cleanUp(operation, prepared, forward);
        return true;
    }

    private static void requireUpdatable(Stack stack) {
        if (!stack.getStatus().mayUpdate()) {
            throw StackFailure.state(
                    "Stack:" + stack.getStackId() + " is in " + stack.getStatus() + " state and can not be updated.");
        }
    }

    private Plan plan(StackOperation operation, PreparedTemplate prepared, boolean tagsChanged) {
        AtomicReference<Plan> plan = new AtomicReference<>();
        scheduler.run(activities -> plan.set(Plan.of(operation, prepared, tagsChanged)));
        return plan.get();
    }

    /** Deletes a stack; its status says how that ended. */
    public void delete(Stack stack, Environment environment) {
        StackOperation operation = new StackOperation(this, stack, environment);
        try {
            OutputValues.checkExports(stack, List.of(), environment.siblings());
        } catch (TemplateRejected e) {
            throw StackFailure.state(e.getMessage());
        }
        operation.stackStatus(StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        Set<String> left = new Removal(operation, Removal.Occasion.STACK_DELETED, all(stack)).run();
        operation.stackStatus(left.isEmpty() ? StackStatus.DELETE_COMPLETE : StackStatus.DELETE_FAILED, reason(left));
    }

    /** Compares every resource with what its handler reads. */
    public DriftReport drift(Stack stack, Environment environment) {
        return new DriftDetection(new StackOperation(this, stack, environment)).run();
    }

    private void cleanUp(StackOperation operation, PreparedTemplate prepared, Forward forward) {
        Stack stack = operation.getStack();
        operation.stackStatus(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, null);
        List<StackResource> removed = unnamed(stack, prepared);
        List<StackResource> going = new ArrayList<>(forward.getLeftovers());
        going.addAll(removed);
        new Removal(operation, Removal.Occasion.UPDATE_CLEANED_UP, going).run();
        removed.forEach(resource -> operation.forget(resource.logicalId()));
        operation.stackStatus(StackStatus.UPDATE_COMPLETE, null);
    }

    /** The resources that the template no longer names. */
    private static List<StackResource> unnamed(Stack stack, PreparedTemplate prepared) {
        return stack.getResources().values().stream()
                .filter(resource -> !prepared.graph().needs().containsKey(resource.logicalId()))
                .toList();
    }

    private static void rollBack(StackOperation operation, Forward forward, Wish wish, String failure) {
        Stack stack = operation.getStack();
        operation.stackStatus(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, failure);
        UpdateRollback rollback = new UpdateRollback(operation, forward, wish.tags());
        Set<String> left = rollback.run();
        if (!left.isEmpty()) {
            operation.stackStatus(
                    StackStatus.UPDATE_ROLLBACK_FAILED, "The following resource(s) failed to update: " + left + ".");
            return;
        }
        operation.stackStatus(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, null);
        new Removal(operation, Removal.Occasion.UPDATE_ROLLED_BACK, rollback.surplus()).run();
        rollback.surplus().stream()
                .map(StackResource::logicalId)
                .filter(id -> !forward.getBefore().containsKey(id))
                .forEach(operation::forget);
        operation.stackStatus(StackStatus.UPDATE_ROLLBACK_COMPLETE, null);
        stack.setStatusReason(failure);
    }

    /** Gives the stack its outputs; returns why that failed, or null. */
    private @Nullable String outputs(Forward forward) {
        Stack stack = forward.getOperation().getStack();
        AtomicReference<String> failure = new AtomicReference<>();
        scheduler.run(activities -> {
            try {
                List<StackOutput> outputs =
                        new OutputValues(forward.getPrepared(), forward.getResolver(), types).resolve();
                OutputValues.checkExports(
                        stack, outputs, forward.getOperation().getEnvironment().siblings());
                stack.setOutputs(new ArrayList<>(outputs));
                stack.setImports(new LinkedHashSet<>(forward.getScope().imported()));
            } catch (TemplateRejected e) {
                failure.set(e.getMessage());
            }
        });
        return failure.get();
    }

    private static void adopt(Stack stack, PreparedTemplate prepared) {
        stack.setTemplate(prepared.template().document());
        stack.setDescription(prepared.description());
        stack.setParameters(new LinkedHashMap<>(prepared.parameters().given()));
        stack.setSecrets(new LinkedHashSet<>(prepared.parameters().secrets()));
    }

    private static List<StackResource> all(Stack stack) {
        return List.copyOf(stack.getResources().values());
    }

    private static @Nullable String reason(Set<String> left) {
        return left.isEmpty() ? null : "The following resource(s) failed to delete: " + left + ".";
    }
}
