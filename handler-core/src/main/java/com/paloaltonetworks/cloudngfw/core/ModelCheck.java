package com.paloaltonetworks.cloudngfw.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;

/** Finds everything that is wrong with a wanted model at once: what the schema says, and what only the type knows. */
final class ModelCheck {

    private final Schema schema;
    private final Coercion coercion;
    private final Function<JsonNode, List<Problem>> semantics;

    /** @param semantics the type's own problems with a model that has the schema's shape */
    ModelCheck(JsonNode schema, Function<JsonNode, List<Problem>> semantics) {
        this.schema = SchemaLoader.builder()
                .schemaJson(new JSONObject(schema.toString()))
                .draftV7Support()
                .build()
                .load()
                .build();
        this.coercion = new Coercion(schema);
        this.semantics = semantics;
    }

    List<Problem> problems(JsonNode raw) {
        JsonNode model = coercion.apply(raw);
        List<Problem> problems = new ArrayList<>(schemaProblems(model));
        semantics.apply(model).stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> known.path().equals(problem.path())))
                .toList()
                .forEach(problems::add);
        return List.copyOf(problems);
    }

    private List<Problem> schemaProblems(JsonNode model) {
        try {
            schema.validate(new JSONObject(model.toString()));
            return List.of();
        } catch (ValidationException invalid) {
            List<Problem> problems = new ArrayList<>();
            collect(invalid, model, problems);
            return problems;
        }
    }

    private static void collect(ValidationException invalid, JsonNode model, List<Problem> problems) {
        if (invalid.getCausingExceptions().isEmpty()) {
            String path = invalid.getPointerToViolation().substring(1);
            JsonNode value = model.at(path);
            problems.add(Problem.at(
                    path.isEmpty() ? "/" : path,
                    value.isValueNode() ? value.asText() : null,
                    invalid.getErrorMessage()));
        }
        invalid.getCausingExceptions().forEach(cause -> collect(cause, model, problems));
    }
}
