package com.paloaltonetworks.cloudngfw.core.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The limits that a type's schema sets, at the places of a model. */
final class SchemaLimits {

    private static final List<String> KEYWORDS =
            List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");

    private final JsonNode schema;

    SchemaLimits(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * One limit at one place.
     *
     * @param property the place with a star for each index
     */
    record Limit(JsonPointer place, String property, String keyword, int bound) {

        boolean isMost() {
            return keyword.startsWith("max");
        }

        @Override
        public String toString() {
            return place + " " + keyword + " " + bound;
        }
    }

    /** All properties with limits that a template can write, with a star for each index. */
    Set<String> limited() {
        Set<String> limited = new TreeSet<>();
        List<String> readOnly = texts("readOnlyProperties");
        schema.path("properties").properties().stream()
                .filter(property -> !readOnly.contains("/properties/" + property.getKey()))
                .forEach(property -> limited("/" + property.getKey(), property.getValue(), limited));
        return limited;
    }

    private void limited(String property, JsonNode type, Set<String> limited) {
        JsonNode resolved = resolved(type);
        if (KEYWORDS.stream().anyMatch(resolved::has)) {
            limited.add(property);
        }
        resolved.path("properties")
                .properties()
                .forEach(member -> limited(property + "/" + member.getKey(), member.getValue(), limited));
        if (resolved.has("items")) {
            limited(property + "/*", resolved.path("items"), limited);
        }
    }

    /** The limits of a model: of each property where it stands first. */
    List<Limit> of(JsonNode model) {
        List<Limit> limits = new ArrayList<>();
        collect(JsonPointer.empty(), "", model, schema, limits);
        return limits;
    }

    private void collect(JsonPointer place, String property, JsonNode value, JsonNode type, List<Limit> limits) {
        JsonNode resolved = resolved(type);
        if (limits.stream().noneMatch(limit -> limit.property().equals(property))) {
            KEYWORDS.stream()
                    .filter(resolved::has)
                    .forEach(keyword -> limits.add(new Limit(
                            place, property, keyword, resolved.get(keyword).asInt())));
        }
        value.properties()
                .forEach(member -> collect(
                        place.appendProperty(member.getKey()),
                        property + "/" + member.getKey(),
                        member.getValue(),
                        resolved.path("properties").path(member.getKey()),
                        limits));
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            collect(place.appendIndex(index), property + "/*", value.get(index), resolved.path("items"), limits);
        }
    }

    /** The model without what is never read back. */
    ObjectNode readable(ObjectNode model) {
        ObjectNode copy = model.deepCopy();
        for (String path : texts("writeOnlyProperties")) {
            JsonPointer place = JsonPointer.compile(path.substring("/properties".length()));
            if (copy.at(place.head()) instanceof ObjectNode parent) {
                parent.remove(place.last().getMatchingProperty());
            }
        }
        return copy;
    }

    private List<String> texts(String member) {
        return schema.path(member).valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode resolved(JsonNode type) {
        String reference = type.path("$ref").asText();
        return reference.isEmpty() ? type : resolved(schema.at(reference.substring(1)));
    }

    /** The model with a value of exactly that size at the place of a limit; what refers to it by its name goes along. */
    static ObjectNode sized(ObjectNode model, Limit limit, int size) {
        JsonNode value = model.at(limit.place());
        if (value.isTextual()) {
            String text = stretched(value.textValue(), size);
            return (ObjectNode) mapped(model, node -> node.equals(value) ? TextNode.valueOf(text) : node);
        }
        ObjectNode copy = model.deepCopy();
        if (copy.at(limit.place()) instanceof ArrayNode list) {
            fill(list, size);
        } else {
            ((ObjectNode) copy.at(limit.place().head()))
                    .put(limit.place().last().getMatchingProperty(), size);
        }
        return copy;
    }

    private static String stretched(String text, int length) {
        if (text.length() >= length) {
            return text.substring(0, length);
        }
        char last = text.charAt(text.length() - 1);
        return text
                + String.valueOf(Character.isLetterOrDigit(last) ? last : 'x').repeat(length - text.length());
    }

    private static void fill(ArrayNode list, int size) {
        JsonNode first = list.get(0);
        while (list.size() > size) {
            list.remove(list.size() - 1);
        }
        while (list.size() < size) {
            JsonNode another = first.deepCopy();
            list.add(
                    another instanceof ObjectNode object
                            ? object.put("Key", "key-" + list.size())
                            : TextNode.valueOf(first.textValue() + list.size()));
        }
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), mapped(member.getValue(), change)));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            Stream.of(list).flatMap(JsonNode::valueStream).forEach(item -> copy.add(mapped(item, change)));
            return copy;
        }
        return change.apply(node);
    }
}
