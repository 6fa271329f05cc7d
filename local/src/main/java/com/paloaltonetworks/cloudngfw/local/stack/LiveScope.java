package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.StaticScope;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names as they stand at this moment of an operation: resources are those that exist by now. */
final class LiveScope extends StaticScope {

    private final StackOperation operation;
    private final ResourceCalls calls;
    private final Set<String> imported = new LinkedHashSet<>();

    LiveScope(PreparedTemplate prepared, StackOperation operation, ResourceCalls calls) {
        super(prepared);
        this.operation = operation;
        this.calls = calls;
    }

    /** The exports asked for so far. */
    synchronized Set<String> imported() {
        return Set.copyOf(imported);
    }

    @Override
    protected JsonNode resource(Reference reference) {
        Optional<StackResource> found = operation.getStack().resource(reference.name());
        if (found.isEmpty() || found.get().physicalId() == null) {
            return super.resource(reference);
        }
        return reference.attribute() == null
                ? TextNode.valueOf(found.get().physicalId())
                : attribute(found.get(), reference);
    }

    /** CloudFormation takes attributes from the model it has, and asks the handler once for those that it lacks. */
    private JsonNode attribute(StackResource resource, Reference reference) {
        ResourceType type = operation.typeOf(resource);
        if (!type.hasAttribute(reference.attribute())) {
            throw new TemplateRejected(Problem.error(
                    reference.path(),
                    reference.attribute(),
                    "Requested attribute " + reference.attribute() + " does not exist in schema for " + type.name(),
                    ""));
        }
        JsonNode value = type.attribute(resource.known(), reference.attribute());
        return value == null ? readAttribute(resource, type, reference) : value;
    }

    private JsonNode readAttribute(StackResource resource, ResourceType type, Reference reference) {
        Result read = calls.read(resource);
        ObjectNode model = read.model();
        JsonNode value = read.succeeded() && model != null ? type.attribute(model, reference.attribute()) : null;
        if (value == null) {
            String why = read.succeeded() ? "it has no value" : StackOperation.reasonOf(read);
            throw new TemplateRejected(Problem.error(
                    reference.path(),
                    reference.attribute(),
                    "Attribute '" + reference.attribute() + "' of resource " + reference.name() + " is not there: "
                            + why,
                    ""));
        }
        operation.change(resource.logicalId(), kept -> kept.withModel(model));
        return value;
    }

    @Override
    public String importValue(String export, String path) {
        Optional<StackOutput> output = operation.getEnvironment().siblings().stream()
                .flatMap(stack -> stack.getOutputs().stream())
                .filter(candidate -> export.equals(candidate.exportName()))
                .findFirst();
        if (output.isEmpty()) {
            return super.importValue(export, path);
        }
        synchronized (this) {
            imported.add(export);
        }
        return output.get().value();
    }
}
