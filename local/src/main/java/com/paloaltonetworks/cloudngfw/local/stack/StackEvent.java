package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One event of a stack. The stack itself appears as a resource whose physical id is the stack's id.
 *
 * @param properties the resource's properties as JSON text; null for the stack itself
 */
public record StackEvent(
        String eventId,
        String logicalId,
        @Nullable String physicalId,
        String type,
        String timestamp,
        String status,
        @Nullable String reason,
        @Nullable String properties) {

    public static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    public boolean ofStack() {
        return type.equals(STACK_TYPE);
    }

    /** With CloudFormation's field names. */
    public ObjectNode toJson(Stack stack) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("StackId", stack.getStackId())
                .put("EventId", eventId)
                .put("StackName", stack.getStackName())
                .put("LogicalResourceId", logicalId)
                .put("PhysicalResourceId", physicalId)
                .put("ResourceType", type)
                .put("Timestamp", timestamp)
                .put("ResourceStatus", status)
                .put("ResourceStatusReason", reason)
                .put("ResourceProperties", properties);
    }
}
