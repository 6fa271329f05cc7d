package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the executor and the engine read from a resource type's schema. Paths are JSON pointers into the model. */
public record TypeSchema(JsonNode json) {

    /** CloudFormation's own limit for an operation whose schema names none. */
    private static final int DEFAULT_MINUTES = 120;

    public String typeName() {
        return json.path("typeName").asText();
    }

    public List<JsonPointer> primaryIdentifier() {
        return pointers("primaryIdentifier");
    }

    public List<JsonPointer> createOnly() {
        return pointers("createOnlyProperties");
    }

    public List<JsonPointer> readOnly() {
        return pointers("readOnlyProperties");
    }

    public List<JsonPointer> writeOnly() {
        return pointers("writeOnlyProperties");
    }

    /** Whether a changed create-only property removes the old resource before making the new one. */
    public boolean deletesBeforeCreating() {
        return "delete_then_create".equals(json.path("replacementStrategy").asText());
    }

    public Duration timeout(Action action) {
        return Duration.ofMinutes(json.at("/handlers/" + action.name().toLowerCase(Locale.ROOT))
                .path("timeoutInMinutes")
                .asInt(DEFAULT_MINUTES));
    }

    /** The identifier as CloudFormation writes it, parts joined by {@code |}; null while a part is missing. */
    public @Nullable String identifierOf(JsonNode model) {
        List<JsonNode> parts = primaryIdentifier().stream().map(model::at).toList();
        if (parts.stream()
                .anyMatch(part ->
                        part.isMissingNode() || part.isNull() || part.asText().isEmpty())) {
            return null;
        }
        return parts.stream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }

    /** The model that holds nothing but the primary identifier. Identifiers are top-level properties in our types. */
    public ObjectNode identifierModel(JsonNode model) {
        ObjectNode identifier = model.deepCopy();
        return identifier.retain(primaryIdentifier().stream()
                .map(JsonPointer::getMatchingProperty)
                .toList());
    }

    private List<JsonPointer> pointers(String keyword) {
        return StreamSupport.stream(json.path(keyword).spliterator(), false)
                .map(path -> JsonPointer.compile(path.asText().substring("/properties".length())))
                .toList();
    }
}
