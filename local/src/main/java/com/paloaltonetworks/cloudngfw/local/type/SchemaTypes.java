package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a schema says about single places: which type a value has there, whether the place exists, whether order counts.
 *
 * <p>CloudFormation hands a handler a number where the schema wants one, also when the template or a parameter holds its
 * text, and text where the schema wants text, as it was written.
 */
final class SchemaTypes {

    static final Splitter DOTS = Splitter.on('.');

    private static final List<String> COMBINATIONS = List.of("allOf", "anyOf", "oneOf");

    private final JsonNode root;

    SchemaTypes(JsonNode root) {
        this.root = root;
    }

    /** The value in the types of a part of the schema; what has another shape stays as it is. */
    JsonNode convert(JsonNode value, JsonNode part) {
        JsonNode schema = followed(part);
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member ->
                            object.set(member.getKey(), convert(member.getValue(), member(schema, member.getKey()))));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(convert(item, items(schema))));
            return array;
        }
        return Primitives.convert(value, types(schema));
    }

    /** Whether a dotted path of property names exists. */
    boolean has(String dotted) {
        JsonNode schema = root;
        for (String name : DOTS.split(dotted)) {
            schema = member(followed(schema), name);
            if (schema.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the list at a JSON pointer is declared without order, at the property or in the definition it names. */
    boolean isUnordered(String pointer) {
        JsonNode schema = at(pointer);
        return !schema.path("insertionOrder").asBoolean(true)
                || !followed(schema).path("insertionOrder").asBoolean(true);
    }

    /** The property names that may stand in the object at a JSON pointer. */
    List<String> memberNames(String pointer) {
        List<String> names = new ArrayList<>();
        followed(at(pointer)).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What a keyword says about the value at a JSON pointer; missing when it says nothing. */
    JsonNode keyword(String pointer, String keyword) {
        JsonNode schema = at(pointer);
        return schema.has(keyword) ? schema.get(keyword) : followed(schema).path(keyword);
    }

    private JsonNode at(String pointer) {
        JsonNode schema = root;
        for (String name : Splitter.on('/').omitEmptyStrings().split(pointer)) {
            JsonNode here = followed(schema);
            JsonNode items = items(here);
            schema = items.isMissingNode() ? member(here, name) : items;
        }
        return schema;
    }

    /** The schema of a member, looked for in the alternatives of a combination too; missing when there is none. */
    private JsonNode member(JsonNode schema, String name) {
        JsonNode direct = schema.path("properties").path(name);
        if (!direct.isMissingNode()) {
            return direct;
        }
        for (JsonNode alternative : alternatives(schema)) {
            JsonNode found = member(followed(alternative), name);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        JsonNode others = schema.path("additionalProperties");
        return others.isObject() ? others : MissingNode.getInstance();
    }

    private JsonNode items(JsonNode schema) {
        if (schema.has("items")) {
            return schema.get("items");
        }
        for (JsonNode alternative : alternatives(schema)) {
            JsonNode found = items(followed(alternative));
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return List.of(type.textValue());
        }
        List<String> types = new ArrayList<>();
        type.forEach(one -> types.add(one.asText()));
        alternatives(schema).forEach(alternative -> types.addAll(types(followed(alternative))));
        return types;
    }

    private static List<JsonNode> alternatives(JsonNode schema) {
        List<JsonNode> alternatives = new ArrayList<>();
        COMBINATIONS.forEach(keyword -> schema.path(keyword).forEach(alternatives::add));
        return alternatives;
    }

    private JsonNode followed(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = root.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** Conversions between the texts of a template and JSON's primitive types. */
    static final class Primitives {

        private Primitives() {}

        static JsonNode convert(JsonNode value, List<String> types) {
            if (types.isEmpty() || value.isNull()) {
                return value;
            }
            if (value.isTextual()) {
                return types.contains("string") ? value : fromText(value, types);
            }
            boolean wanted = value.isBoolean()
                    ? types.contains("boolean")
                    : types.contains("number") || types.contains("integer");
            return !wanted && types.contains("string") ? JsonNodeFactory.instance.textNode(value.asText()) : value;
        }

        private static JsonNode fromText(JsonNode value, List<String> types) {
            String text = value.textValue();
            if (types.contains("boolean")) {
                return switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> JsonNodeFactory.instance.booleanNode(true);
                    case "false" -> JsonNodeFactory.instance.booleanNode(false);
                    default -> value;
                };
            }
            boolean number = types.contains("integer") || types.contains("number");
            return number && text.matches("-?[0-9]{1,18}(\\.[0-9]+)?")
                    ? JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(text))
                    : value;
        }
    }
}
