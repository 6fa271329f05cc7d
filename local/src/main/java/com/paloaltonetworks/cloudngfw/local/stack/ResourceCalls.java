package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import com.paloaltonetworks.cloudngfw.local.type.Operation;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds the requests to the types and passes their progress on. */
final class ResourceCalls {

    /** The stack's tags in one phase of an operation. */
    record Tags(Map<String, String> now, Map<String, String> before) {}

    private final StackOperation operation;
    private final Tags tags;
    private final boolean rollback;
    private final BooleanSupplier cancelled;

    /** @param cancelled when it turns true, handlers that are still at it are not called again */
    ResourceCalls(StackOperation operation, Tags tags, boolean rollback, BooleanSupplier cancelled) {
        this.operation = operation;
        this.tags = tags;
        this.rollback = rollback;
        this.cancelled = cancelled;
    }

    static ResourceCalls uncancelled(StackOperation operation, boolean rollback) {
        Map<String, String> tags = Map.copyOf(operation.getStack().getTags());
        return new ResourceCalls(operation, new Tags(tags, tags), rollback, () -> false);
    }

    /** Creates what the resource's properties say; the consumer hears of it once it has a physical id. */
    Result create(StackResource resource, Consumer<StackResource> identified) {
        boolean[] told = {false};
        Listener listener = (physicalId, model, message) -> {
            if (!told[0] && physicalId != null) {
                told[0] = true;
                identified.accept(resource.withPhysicalId(physicalId).withModel(model));
            }
            progress(resource, message);
        };
        Result result = type(resource).create(call(resource, resource.properties(), null), listener);
        if (!told[0] && result.physicalId() != null) {
            identified.accept(resource.withPhysicalId(result.physicalId()).withModel(result.model()));
        }
        return result;
    }

    Result update(StackResource resource, ObjectNode desired, ObjectNode previous) {
        return type(resource)
                .update(call(resource, desired, previous), (id, model, message) -> progress(resource, message));
    }

    Result delete(StackResource resource) {
        return type(resource)
                .delete(call(resource, resource.known(), null), (id, model, message) -> progress(resource, message));
    }

    Result read(StackResource resource) {
        return type(resource).read(call(resource, resource.known(), null));
    }

    private ResourceType type(StackResource resource) {
        return operation.typeOf(resource);
    }

    private void progress(StackResource resource, @Nullable String message) {
        if (message != null && !message.isEmpty()) {
            operation.getListener().progressed(resource.logicalId(), message);
        }
    }

    private Operation call(StackResource resource, ObjectNode desired, @Nullable ObjectNode previous) {
        Stack stack = operation.getStack();
        Environment environment = operation.getEnvironment();
        Request request = Request.builder()
                .stackId(stack.getStackId())
                .logicalId(resource.logicalId())
                .account(stack.getAccount())
                .region(stack.getRegion())
                .desired(looked(desired))
                .previous(previous == null ? null : looked(previous))
                .stackTags(tags.now())
                .previousStackTags(tags.before())
                .systemTags(Map.of(
                        "aws:cloudformation:stack-name", stack.getStackName(),
                        "aws:cloudformation:stack-id", stack.getStackId(),
                        "aws:cloudformation:logical-id", resource.logicalId()))
                .typeConfiguration(environment.typeConfiguration(resource.type()))
                .credentials(() -> environment.credentials(resource.type()))
                .rollback(rollback)
                .cancelled(cancelled)
                .build();
        return new Operation(request, resource.physicalId(), resource.generation());
    }

    private ObjectNode looked(ObjectNode properties) {
        return (ObjectNode) new DynamicReferences(operation.getEnvironment().dynamicValues()).resolve(properties, "");
    }
}
