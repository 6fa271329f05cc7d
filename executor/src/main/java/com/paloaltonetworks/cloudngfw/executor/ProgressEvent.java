package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A handler's answer as it came over the wire. */
record ProgressEvent(ObjectNode json) {

    String status() {
        return json.path("status").asText();
    }

    boolean isInProgress() {
        return status().equals("IN_PROGRESS");
    }

    boolean isSuccess() {
        return status().equals("SUCCESS");
    }

    @Nullable
    String errorCode() {
        return json.path("errorCode").asText(null);
    }

    @Nullable
    String message() {
        return json.path("message").asText(null);
    }

    @Nullable
    String nextToken() {
        return json.path("nextToken").asText(null);
    }

    Duration delay() {
        return Duration.ofSeconds(json.path("callbackDelaySeconds").asLong());
    }

    JsonNode callbackContext() {
        return json.path("callbackContext");
    }

    @Nullable
    ObjectNode model() {
        return json.path("resourceModel") instanceof ObjectNode model ? model : null;
    }

    JsonNode models() {
        return json.path("resourceModels");
    }
}
