package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Template.Policy;
import java.util.List;
import lombok.Builder;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a stack.
 *
 * @param physicalId null until the first event that carries one
 * @param properties resolved, dynamic references left as they are; what the last operation asked for
 * @param model the last one a handler gave back; null when it gave none
 * @param needs logical ids that must exist before it and go after it
 * @param metadata unresolved, only to see whether it changes
 * @param generation counts the physical resources of this logical id, from 0
 */
@With
@Builder
public record StackResource(
        String logicalId,
        String type,
        @Nullable String physicalId,
        ResourceStatus status,
        @Nullable String reason,
        String timestamp,
        ObjectNode properties,
        @Nullable ObjectNode model,
        List<String> needs,
        Policy deletionPolicy,
        Policy updateReplacePolicy,
        @Nullable JsonNode metadata,
        int generation) {

    /** What identifies the resource to its handler: the model when there is one. */
    ObjectNode known() {
        return model == null ? properties : model;
    }
}
