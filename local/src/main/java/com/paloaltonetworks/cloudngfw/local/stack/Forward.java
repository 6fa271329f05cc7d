package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Resolver;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The phase of a create or update in which every resource of the new template becomes what the template says. */
@Getter
final class Forward {

    static final String REPLACING =
            "Requested update requires the creation of a new physical resource; hence creating one.";
    static final String INITIATED = "Resource creation Initiated";

    private final StackOperation operation;
    private final PreparedTemplate prepared;
    private final ResourceCalls calls;
    private final boolean stopAtFailure;
    private final boolean tagsChanged;
    private final LiveScope scope;
    private final Resolver resolver;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** The resources as they were. */
    private final Map<String, StackResource> before;
    /** What was begun on each resource. */
    private final Map<String, ResourceChange> begun = new ConcurrentSkipListMap<>();

    private final Set<String> failedToCreate = new TreeSet<>();
    private final Set<String> failedToUpdate = new TreeSet<>();
    /** Old physical resources of replaced ones, still to be removed. */
    private final List<StackResource> leftovers = new ArrayList<>();
    /** Logical ids whose old physical resource went before the new one came. */
    private final Set<String> deletedFirst = new ConcurrentSkipListSet<>();

    /** @param stopAtFailure whether the first failure cancels everything, because a rollback will follow */
    Forward(StackOperation operation, PreparedTemplate prepared, Map<String, String> tags, boolean stopAtFailure) {
        Map<String, String> tagsBefore = Map.copyOf(operation.getStack().getTags());
        this.operation = operation;
        this.prepared = prepared;
        this.stopAtFailure = stopAtFailure;
        this.tagsChanged = !tags.equals(tagsBefore);
        this.calls = new ResourceCalls(operation, new ResourceCalls.Tags(tags, tagsBefore), false, cancelled::get);
        this.scope = new LiveScope(prepared, operation, calls);
        this.resolver = new Resolver(scope);
        this.before = new LinkedHashMap<>(operation.getStack().getResources());
    }

    void run() {
        GraphWalk.run(prepared.graph(), operation.getScheduler(), this::visit);
        operation.getStack().arrange(prepared.resources().keySet());
    }

    synchronized boolean failed() {
        return !failedToCreate.isEmpty() || !failedToUpdate.isEmpty();
    }

    /** {@code The following resource(s) failed to create: [A, B].}, and the same for updates. */
    synchronized String reason() {
        List<String> sentences = new ArrayList<>();
        if (!failedToCreate.isEmpty()) {
            sentences.add("The following resource(s) failed to create: " + failedToCreate + ".");
        }
        if (!failedToUpdate.isEmpty()) {
            sentences.add("The following resource(s) failed to update: " + failedToUpdate + ".");
        }
        return String.join(" ", sentences);
    }

    private boolean visit(String logicalId) {
        if (cancelled.get()) {
            return false;
        }
        Template.Resource declared = prepared.resources().get(logicalId);
        StackResource current = before.get(logicalId);
        ResourceType type = operation.getTypes().type(declared.type());
        ObjectNode properties;
        try {
            properties = type.typed(resolver.resolveObject(declared.properties(), declared.propertiesPath()));
        } catch (TemplateRejected e) {
            return unresolved(declared, current, e);
        }
        ResourceChange change = ResourceChange.of(current, type, properties, tagsChanged);
        boolean anew = change == ResourceChange.Add || change == ResourceChange.Replace;
        StackResource wanted = wanted(declared, properties, anew ? null : current);
        StackResource old = change == ResourceChange.Add ? null : current;
        operation.decided(new Decision(change, old, wanted, tagsChanged && type.isTaggable()));
        if (change != ResourceChange.Keep) {
            begun.put(logicalId, change);
        }
        return switch (change) {
            case Add -> add(wanted, current);
            case Modify -> modify(wanted, current);
            case Replace -> replace(wanted, current);
            case Keep, Remove -> keep(wanted);
        };
    }

    private StackResource wanted(Template.Resource declared, ObjectNode properties, @Nullable StackResource current) {
        JsonNode metadata = declared.metadata();
        StackResource old = before.get(declared.logicalId());
        return StackResource.builder()
                .logicalId(declared.logicalId())
                .type(declared.type())
                .physicalId(current == null ? null : current.physicalId())
                .status(current == null ? ResourceStatus.CREATE_IN_PROGRESS : current.status())
                .reason(current == null ? null : current.reason())
                .timestamp(operation.now())
                .properties(properties)
                .model(current == null ? null : current.model())
                .needs(List.copyOf(prepared.graph().needs().get(declared.logicalId())))
                .deletionPolicy(declared.policies().deletion())
                .updateReplacePolicy(declared.policies().updateReplace())
                .metadata(metadata.isMissingNode() ? null : metadata)
                .generation(old == null ? 0 : current == null ? old.generation() + 1 : old.generation())
                .build();
    }

    private boolean keep(StackResource wanted) {
        operation.change(
                wanted.logicalId(),
                current -> wanted.withTimestamp(current.timestamp()).withModel(current.model()));
        return true;
    }

    private boolean add(StackResource wanted, @Nullable StackResource remains) {
        operation.status(wanted, ResourceStatus.CREATE_IN_PROGRESS, null);
        if (remains != null && remains.physicalId() != null) {
            // What an earlier, failed create left behind would stand in the way of a new one of the same name.
            calls.delete(remains);
        }
        Result result =
                calls.create(wanted, found -> operation.status(found, ResourceStatus.CREATE_IN_PROGRESS, INITIATED));
        StackResource made = wanted.withPhysicalId(result.physicalId()).withModel(modelOf(wanted, result));
        if (result.succeeded()) {
            operation.status(made, ResourceStatus.CREATE_COMPLETE, null);
            return true;
        }
        return fail(made, ResourceStatus.CREATE_FAILED, why(result, "Resource creation cancelled"));
    }

    private boolean modify(StackResource wanted, StackResource current) {
        operation.status(wanted, ResourceStatus.UPDATE_IN_PROGRESS, null);
        Result result = calls.update(wanted, wanted.properties(), current.properties());
        if (result.succeeded()) {
            operation.status(wanted.withModel(modelOf(wanted, result)), ResourceStatus.UPDATE_COMPLETE, null);
            return true;
        }
        return fail(wanted, ResourceStatus.UPDATE_FAILED, why(result, "Resource update cancelled"));
    }

    private boolean replace(StackResource wanted, StackResource current) {
        operation.status(current, ResourceStatus.UPDATE_IN_PROGRESS, REPLACING);
        boolean deleteFirst = current.type().equals(wanted.type())
                && operation.typeOf(current).deletesBeforeCreating();
        if (deleteFirst) {
            Result gone = calls.delete(current);
            if (!gone.succeeded() && !gone.failedWith("NotFound")) {
                begun.put(wanted.logicalId(), ResourceChange.Modify);
                return fail(current, ResourceStatus.UPDATE_FAILED, why(gone, "Resource update cancelled"));
            }
            deletedFirst.add(wanted.logicalId());
        }
        Result result =
                calls.create(wanted, found -> operation.status(found, ResourceStatus.UPDATE_IN_PROGRESS, INITIATED));
        StackResource made = wanted.withPhysicalId(result.physicalId()).withModel(modelOf(wanted, result));
        if (!result.succeeded()) {
            return fail(made, ResourceStatus.UPDATE_FAILED, why(result, "Resource update cancelled"));
        }
        operation.status(made, ResourceStatus.UPDATE_COMPLETE, null);
        if (!deleteFirst) {
            synchronized (this) {
                leftovers.add(current);
            }
        }
        return true;
    }

    /** The last model heard of, also from a failed operation: a delete needs the identifier in it. */
    private @Nullable ObjectNode modelOf(StackResource wanted, Result result) {
        if (result.model() != null) {
            return result.model();
        }
        return operation
                .getStack()
                .resource(wanted.logicalId())
                .filter(kept -> kept.generation() == wanted.generation())
                .map(StackResource::model)
                .orElse(null);
    }

    private boolean unresolved(Template.Resource declared, @Nullable StackResource current, TemplateRejected e) {
        boolean exists = current != null && current.status() != ResourceStatus.CREATE_FAILED;
        ObjectNode none = declared.properties().objectNode();
        StackResource resource = exists ? current : wanted(declared, none, null);
        return fail(resource, exists ? ResourceStatus.UPDATE_FAILED : ResourceStatus.CREATE_FAILED, e.getMessage());
    }

    private boolean fail(StackResource resource, ResourceStatus status, String reason) {
        synchronized (this) {
            (status == ResourceStatus.CREATE_FAILED ? failedToCreate : failedToUpdate).add(resource.logicalId());
        }
        if (stopAtFailure) {
            cancelled.set(true);
        }
        operation.status(resource, status, reason);
        return false;
    }

    private static String why(Result result, String cancelledText) {
        return result.status() == Result.Status.CANCELLED ? cancelledText : StackOperation.reasonOf(result);
    }
}
