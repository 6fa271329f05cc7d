package com.paloaltonetworks.cloudngfw.core;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.core.check.ModelCheck;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all requests of a type: its plans, its model class and its schema, read once per process.
 *
 * @param <M> the type's model
 */
public final class TypeDefinition<M> {

    private static final ObjectMapper MODELS = JsonMapper.builder().build();

    private final ResourceType<M> type;
    private final Class<M> model;
    private final JSONObject runtimeSchema;
    private final List<JsonPointer> writeOnly;
    private final List<JsonPointer> createOnly;
    private final List<JsonPointer> identifier;
    private final ModelCheck check;
    private final CheckingSerializer serializer;

    private TypeDefinition(ResourceType<M> type, Class<M> model, JsonNode schema) {
        this.type = type;
        this.model = model;
        this.runtimeSchema = new JSONObject(schema.toString());
        this.check = new ModelCheck(schema, type.vocabulary(), this::semanticProblems);
        this.serializer = new CheckingSerializer(check);
        this.writeOnly = pointers(schema, "writeOnlyProperties");
        this.createOnly = pointers(schema, "createOnlyProperties");
        this.identifier = pointers(schema, "primaryIdentifier");
    }

    private static List<JsonPointer> pointers(JsonNode schema, String keyword) {
        return schema.path(keyword)
                .valueStream()
                .map(path -> JsonPointer.compile(path.asText().substring("/properties".length())))
                .toList();
    }

    /** @throws IllegalStateException when the schema is not on the class path under its hyphenated name */
    public static <M> TypeDefinition<M> of(ResourceType<M> type, Class<M> model) {
        String resource = "/" + type.typeName().toLowerCase(Locale.ROOT).replace("::", "-") + ".json";
        try (InputStream schema = model.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new TypeDefinition<>(type, model, Json.mapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ResourceType<M> type() {
        return type;
    }

    /** Everything wrong with a wanted model, schema and semantics, found without a call. */
    public List<Problem> problems(JsonNode properties) {
        return check.problems(properties);
    }

    /** What the type knows of words besides its schema. */
    public Vocabulary vocabulary() {
        return type.vocabulary();
    }

    JSONObject runtimeSchema() {
        return runtimeSchema;
    }

    CheckingSerializer serializer() {
        return serializer;
    }

    /** The model without what a handler must never return. */
    M withoutWriteOnly(M wanted) {
        if (writeOnly.isEmpty()) {
            return wanted;
        }
        ObjectNode tree = MODELS.valueToTree(wanted);
        for (JsonPointer path : writeOnly) {
            if (tree.at(path.head()) instanceof ObjectNode parent) {
                parent.remove(path.last().getMatchingProperty());
            }
        }
        return MODELS.convertValue(tree, model);
    }

    /** The sentence for a resource that is asked for by less than its whole identifier: there is none. */
    Optional<String> missingIdentifier(@Nullable M model) {
        JsonNode tree = model == null ? MODELS.createObjectNode() : MODELS.valueToTree(model);
        return identifier.stream()
                .filter(path -> tree.at(path).asText("").isEmpty())
                .map(path -> "Nothing is found without " + path + ", which is part of the identifier")
                .findFirst();
    }

    /** What is wrong with an update that changes create-only properties. One that is not written any more is left as it is. */
    Optional<String> fixedChange(@Nullable M previous, @Nullable M desired) {
        if (previous == null || desired == null) {
            return Optional.empty();
        }
        JsonNode before = MODELS.valueToTree(previous);
        JsonNode after = MODELS.valueToTree(desired);
        return createOnly.stream()
                .filter(path -> before.at(path).isValueNode() && after.at(path).isValueNode())
                .filter(path -> !before.at(path).isNull() && !after.at(path).isNull())
                .filter(path -> !before.at(path).equals(after.at(path)))
                .map(path -> path + " cannot change from " + before.at(path).asText() + " to "
                        + after.at(path).asText() + "; a resource with the new value is another resource")
                .findFirst();
    }

    /** None when the model has not even the shape: the schema's problems then say so. */
    private List<Problem> semanticProblems(JsonNode wanted) {
        try {
            return type.problems(Json.mapper().convertValue(wanted, model));
        } catch (IllegalArgumentException misshapen) {
            return List.of();
        }
    }
}
