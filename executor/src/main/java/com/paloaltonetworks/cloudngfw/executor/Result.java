package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended.
 *
 * @param errorCode a CloudFormation handler error code when failed
 * @param model the last model the handler returned; none after a delete
 * @param physicalId the identifier CloudFormation has recorded for the resource, null when it knows none
 * @param models the resources of a LIST page
 * @param token the client request token, the same in all invocations
 * @param invocations how often the handler was called
 */
public record Result(
        Status status,
        @Nullable String errorCode,
        @Nullable String message,
        @Nullable ObjectNode model,
        @Nullable String physicalId,
        List<ObjectNode> models,
        @Nullable String nextToken,
        String token,
        int invocations) {

    /** The ends of an operation. */
    public enum Status {
        SUCCESS,
        FAILED,
        CANCELLED
    }

    public boolean succeeded() {
        return status == Status.SUCCESS;
    }

    public boolean failedWith(String code) {
        return status == Status.FAILED && code.equals(errorCode);
    }
}
