package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** The handler contract of the CloudFormation CLI guide, as far as one event can break it. */
final class Contract {

    private static final Set<String> ERROR_CODES = Set.of(
            "NotUpdatable",
            "InvalidRequest",
            "AccessDenied",
            "UnauthorizedTaggingOperation",
            "InvalidCredentials",
            "AlreadyExists",
            "NotFound",
            "ResourceConflict",
            "Throttling",
            "ServiceLimitExceeded",
            "NotStabilized",
            "GeneralServiceException",
            "ServiceInternalError",
            "NetworkFailure",
            "InternalFailure",
            "InvalidTypeConfiguration",
            "HandlerInternalFailure");

    /** Our own: CloudFormation takes megabytes, but a context that holds more than progress holds too much. */
    private static final int LARGEST_CONTEXT = 2048;

    private static final Map<TypeSchema, Contract> KNOWN = new ConcurrentHashMap<>();

    private final TypeSchema schema;
    private final Schema models;

    private Contract(TypeSchema schema) {
        this.schema = schema;
        this.models = SchemaLoader.builder()
                .schemaJson(new JSONObject(schema.json().toString()))
                .draftV7Support()
                .build()
                .load()
                .build();
    }

    /** Loading a schema takes longer than most operations do on a virtual clock, so it is loaded once. */
    static Contract of(TypeSchema schema) {
        return KNOWN.computeIfAbsent(schema, Contract::new);
    }

    /** What the event breaks, each as a sentence; empty when all is well. */
    List<String> breaches(Action action, ProgressEvent event, @Nullable String knownId) {
        List<String> breaches = new ArrayList<>();
        switch (event.status()) {
            case "IN_PROGRESS" -> checkInProgress(action, event, breaches);
            case "SUCCESS" -> checkSuccess(action, event, breaches);
            case "FAILED" -> checkFailed(event, breaches);
            default -> breaches.add("an event must be IN_PROGRESS, SUCCESS or FAILED, not '" + event.status() + "'");
        }
        if (event.model() != null) {
            checkModel(event.model(), event, knownId, breaches);
        }
        return breaches;
    }

    private void checkInProgress(Action action, ProgressEvent event, List<String> breaches) {
        if (action.isSynchronous()) {
            breaches.add(action + " must answer at once");
        }
        if (event.errorCode() != null) {
            breaches.add("an IN_PROGRESS event must carry no error code");
        }
        int context = event.callbackContext().toString().getBytes(StandardCharsets.UTF_8).length;
        if (context > LARGEST_CONTEXT) {
            breaches.add("the callback context has " + context + " bytes, more than " + LARGEST_CONTEXT);
        }
        if (event.model() == null || schema.identifierOf(event.model()) == null) {
            breaches.add("an IN_PROGRESS event must carry the primary identifier");
        }
    }

    private void checkSuccess(Action action, ProgressEvent event, List<String> breaches) {
        if (!event.delay().isZero() || event.errorCode() != null) {
            breaches.add("a SUCCESS event must carry neither a delay nor an error code");
        }
        switch (action) {
            case DELETE -> {
                if (event.model() != null) {
                    breaches.add("DELETE must succeed without a model");
                }
            }
            case LIST -> {
                if (!event.models().isArray()) {
                    breaches.add("LIST must succeed with resourceModels");
                }
            }
            case CREATE, READ, UPDATE -> {
                if (event.model() == null) {
                    breaches.add(action + " must succeed with a model");
                }
            }
        }
    }

    private static void checkFailed(ProgressEvent event, List<String> breaches) {
        if (event.errorCode() == null || !ERROR_CODES.contains(event.errorCode())) {
            breaches.add("a FAILED event must carry a known error code, not " + event.errorCode());
        }
        if (!event.delay().isZero()) {
            breaches.add("a FAILED event must carry no delay");
        }
    }

    private void checkModel(ObjectNode model, ProgressEvent event, @Nullable String knownId, List<String> breaches) {
        String id = schema.identifierOf(model);
        if (knownId != null && !Objects.equals(knownId, id)) {
            breaches.add("the primary identifier changed from " + knownId + " to " + id);
        }
        nullsBelow("", model, breaches);
        if (event.isSuccess()) {
            schema.writeOnly().stream()
                    .filter(path -> !model.at(path).isMissingNode())
                    .forEach(path -> breaches.add("the write-only property " + path + " was returned"));
            breaches.addAll(schemaViolations(model));
        }
    }

    private List<String> schemaViolations(ObjectNode model) {
        try {
            models.validate(new JSONObject(model.toString()));
            return List.of();
        } catch (ValidationException invalid) {
            return List.of("the model does not fit the schema: " + invalid.getAllMessages());
        }
    }

    private static void nullsBelow(String path, JsonNode node, List<String> breaches) {
        if (node.isNull()) {
            breaches.add("null at " + path);
        }
        node.properties().forEach(entry -> nullsBelow(path + "/" + entry.getKey(), entry.getValue(), breaches));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            nullsBelow(path + "/" + index, node.get(index), breaches);
        }
    }
}
