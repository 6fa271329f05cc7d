package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.ResourceChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy does to one resource.
 *
 * @param physicalId of the resource as it is; of one that is added, the id it gets, null when it never gets one
 * @param policyAction what becomes of the old physical resource, in the words of a change set; null when it stays
 * @param cause why a resource is updated although nothing that it says has another meaning; null otherwise
 */
public record PlannedChange(
        ResourceChange action,
        String logicalId,
        @Nullable String physicalId,
        String type,
        @Nullable PolicyAction policyAction,
        @Nullable Cause cause,
        List<Detail> details) {

    /** The words of a change set for what becomes of a physical resource. */
    public enum PolicyAction {
        Delete,
        Retain,
        ReplaceAndDelete,
        ReplaceAndRetain
    }

    /** Why a resource is updated without a change of meaning in its properties. */
    public enum Cause {
        /** The tags of the stack reach it. */
        StackTags,
        /** Its last operation failed. */
        LastOperationFailed,
        /** The properties say the same in another way, in another order for instance. */
        Wording
    }

    /** With the field names of a change set where it has them. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("Action", action.name())
                .put("LogicalResourceId", logicalId)
                .put("PhysicalResourceId", physicalId)
                .put("ResourceType", type)
                .put("Replacement", action == ResourceChange.Replace)
                .put("PolicyAction", policyAction == null ? null : policyAction.name())
                .put("Cause", cause == null ? null : cause.name());
        ArrayNode list = json.putArray("Details");
        details.forEach(detail -> list.add(detail.toJson()));
        return json;
    }
}
