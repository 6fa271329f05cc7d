package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;

/** Reads scalars as the schema types them: CloudFormation sends numbers and booleans as text, and YAML turns text into them. */
final class Coercion {

    private final JsonNode schema;

    Coercion(JsonNode schema) {
        this.schema = schema;
    }

    /** A copy of the model in which every scalar that can be read as its property's type is of that type. */
    JsonNode apply(JsonNode model) {
        return coerce(model, schema);
    }

    private JsonNode coerce(JsonNode value, JsonNode type) {
        JsonNode resolved = resolve(type);
        return switch (value.getNodeType()) {
            case OBJECT -> coerceMembers(value, resolved);
            case ARRAY -> coerceItems(value, resolved);
            case STRING -> readText(value, resolved.path("type").asText());
            case NUMBER, BOOLEAN ->
                "string".equals(resolved.path("type").asText()) ? TextNode.valueOf(value.asText()) : value;
            default -> value;
        };
    }

    private ObjectNode coerceMembers(JsonNode object, JsonNode type) {
        ObjectNode copy = ((ObjectNode) object).objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            copy.set(
                    member.getKey(),
                    coerce(member.getValue(), type.path("properties").path(member.getKey())));
        }
        return copy;
    }

    private ArrayNode coerceItems(JsonNode array, JsonNode type) {
        ArrayNode copy = ((ArrayNode) array).arrayNode();
        array.forEach(item -> copy.add(coerce(item, type.path("items"))));
        return copy;
    }

    private static JsonNode readText(JsonNode value, String type) {
        String text = value.asText().strip();
        return switch (type) {
            case "boolean" ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> BooleanNode.TRUE;
                    case "false" -> BooleanNode.FALSE;
                    default -> value;
                };
            case "integer" -> text.matches("-?\\d{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : value;
            default -> value;
        };
    }

    private JsonNode resolve(JsonNode type) {
        JsonNode reference = type.path("$ref");
        return reference.isTextual() ? resolve(schema.at(reference.asText().substring(1))) : type;
    }
}
