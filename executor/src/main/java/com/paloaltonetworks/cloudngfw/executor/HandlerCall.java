package com.paloaltonetworks.cloudngfw.executor;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One invocation: the request's bytes in, the event's bytes out, through a fresh handler instance as wrappers need it. */
final class HandlerCall {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TypeSchema schema;
    private final Supplier<? extends RequestStreamHandler> handlers;

    HandlerCall(TypeSchema schema, Supplier<? extends RequestStreamHandler> handlers) {
        this.schema = schema;
        this.handlers = handlers;
    }

    /** What changes from one invocation of an operation to the next. */
    record Turn(
            Action action,
            String token,
            @Nullable ObjectNode model,
            JsonNode context,
            @Nullable String nextToken) {}

    ProgressEvent invoke(Request request, Turn turn) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handlers.get()
                .handleRequest(
                        new ByteArrayInputStream(JSON.writeValueAsBytes(payload(request, turn))),
                        answer,
                        LambdaContext.UNWATCHED);
        if (JSON.readTree(answer.toByteArray()) instanceof ObjectNode event) {
            return new ProgressEvent(event);
        }
        throw new IOException("the handler answered no JSON object");
    }

    private ObjectNode payload(Request request, Turn turn) {
        ObjectNode payload = JSON.createObjectNode()
                .put("action", turn.action().name())
                .put("awsAccountId", request.account())
                .put("bearerToken", turn.token())
                .put("region", request.region())
                .put("resourceType", schema.typeName())
                .put("resourceTypeVersion", "00000001")
                .put("stackId", request.stackId())
                .put("nextToken", turn.nextToken())
                .put("rollback", request.rollback())
                .put("driftable", true);
        payload.set("callbackContext", turn.context());
        payload.set("requestData", requestData(request, turn));
        return payload;
    }

    private static ObjectNode requestData(Request request, Turn turn) {
        ObjectNode data = JSON.createObjectNode().put("logicalResourceId", request.logicalId());
        data.set("callerCredentials", request.credentials().get());
        data.set("resourceProperties", turn.model());
        data.set("previousResourceProperties", request.previous());
        data.set("typeConfiguration", request.typeConfiguration());
        setTags(data, "stackTags", request.stackTags());
        setTags(data, "previousStackTags", request.previousStackTags());
        setTags(data, "systemTags", request.systemTags());
        return data;
    }

    private static void setTags(ObjectNode data, String member, Map<String, String> tags) {
        data.set(member, JSON.valueToTree(tags));
    }
}
