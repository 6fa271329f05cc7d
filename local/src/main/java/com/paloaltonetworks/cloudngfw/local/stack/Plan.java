package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.Resolver;
import com.paloaltonetworks.cloudngfw.local.template.StaticScope;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an update will do to each resource, as far as it can be known: a value that comes from a resource which is itself
 * changed counts as changed, and turns out when the resource's turn comes.
 */
public record Plan(Map<String, ResourceChange> changes, boolean metadataChanged, boolean outputsChanged) {

    public boolean isEmpty() {
        return !metadataChanged
                && !outputsChanged
                && changes.values().stream().allMatch(change -> change == ResourceChange.Keep);
    }

    /** Only to be called inside a run of the scheduler: an attribute that no model holds is read. */
    static Plan of(StackOperation operation, PreparedTemplate prepared, boolean tagsChanged) {
        return new Drafting(operation, prepared).draft(tagsChanged);
    }

    /** Works the changes out in dependency order. */
    private static final class Drafting {

        private final StackOperation operation;
        private final PreparedTemplate prepared;
        private final LiveScope live;
        private final Resolver resolver;
        private final Map<String, ResourceChange> changes = new LinkedHashMap<>();

        Drafting(StackOperation operation, PreparedTemplate prepared) {
            this.operation = operation;
            this.prepared = prepared;
            this.live = new LiveScope(prepared, operation, ResourceCalls.uncancelled(operation, false));
            this.resolver = new Resolver(new PlannedScope());
        }

        Plan draft(boolean tagsChanged) {
            Stack stack = operation.getStack();
            prepared.graph().order().forEach(id -> changes.put(id, change(id, tagsChanged)));
            stack.getResources().keySet().stream()
                    .filter(id -> !changes.containsKey(id))
                    .forEach(id -> changes.put(id, ResourceChange.Remove));
            boolean metadata = prepared.resources().values().stream().anyMatch(this::metadataDiffers);
            return new Plan(changes, metadata, outputsDiffer(stack));
        }

        private ResourceChange change(String logicalId, boolean tagsChanged) {
            Template.Resource declared = prepared.resources().get(logicalId);
            StackResource current = operation.getStack().resource(logicalId).orElse(null);
            ResourceType type = operation.getTypes().type(declared.type());
            try {
                ObjectNode properties =
                        type.typed(resolver.resolveObject(declared.properties(), declared.propertiesPath()));
                return ResourceChange.of(current, type, properties, tagsChanged);
            } catch (TemplateRejected e) {
                return current == null ? ResourceChange.Add : ResourceChange.Modify;
            }
        }

        private boolean metadataDiffers(Template.Resource declared) {
            JsonNode metadata = declared.metadata().isMissingNode() ? null : declared.metadata();
            return operation
                    .getStack()
                    .resource(declared.logicalId())
                    .filter(current -> !sameText(current.metadata(), metadata))
                    .isPresent();
        }

        private boolean outputsDiffer(Stack stack) {
            try {
                return !new OutputValues(prepared, resolver, operation.getTypes())
                        .resolve()
                        .equals(stack.getOutputs());
            } catch (TemplateRejected e) {
                return true;
            }
        }

        private static boolean sameText(Object one, Object other) {
            return Objects.equals(String.valueOf(one), String.valueOf(other));
        }

        /** Resources that stay as they are have values; those of all others are not known yet. */
        private final class PlannedScope extends StaticScope {

            PlannedScope() {
                super(prepared);
            }

            @Override
            protected JsonNode resource(Reference reference) {
                ResourceChange change = changes.get(reference.name());
                boolean known = change == ResourceChange.Keep
                        || (change == ResourceChange.Modify && reference.attribute() == null);
                return known
                        ? live.resource(reference)
                        : TextNode.valueOf("known after " + reference.name() + " is there");
            }

            @Override
            public String importValue(String export, String path) {
                return live.importValue(export, path);
            }
        }
    }
}
