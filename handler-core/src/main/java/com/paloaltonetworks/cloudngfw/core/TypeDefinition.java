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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.json.JSONObject;

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
    private final List<JsonPointer> writeOnly = new ArrayList<>();
    private final ModelCheck check;

    private TypeDefinition(ResourceType<M> type, Class<M> model, JsonNode schema) {
        this.type = type;
        this.model = model;
        this.runtimeSchema = new JSONObject(schema.toString());
        this.check = new ModelCheck(schema, type.vocabulary(), this::semanticProblems);
        schema.path("writeOnlyProperties")
                .forEach(path -> writeOnly.add(JsonPointer.compile(path.asText().substring("/properties".length()))));
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
        return new CheckingSerializer(check);
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

    /** None when the model has not even the shape: the schema's problems then say so. */
    private List<Problem> semanticProblems(JsonNode wanted) {
        try {
            return type.problems(Json.mapper().convertValue(wanted, model));
        } catch (IllegalArgumentException misshapen) {
            return List.of();
        }
    }
}
