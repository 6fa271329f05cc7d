package com.paloaltonetworks.cloudngfw.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All properties of a resource schema, nested ones behind their parents; a definition's members stand at one place only. */
final class SchemaProperties {

    private final JsonNode schema;
    /** Where the members of a definition are shown: the shallowest of the places that refer to it. */
    private final Map<String, String> homes = new HashMap<>();

    SchemaProperties(JsonNode schema) {
        this.schema = schema;
        chooseHomes();
    }

    /**
     * One property.
     *
     * @param path members behind dots, items of a list as {@code []}: {@code RuleList[].Source.Cidrs}
     * @param node its schema, references followed
     * @param element what it holds: itself, or the items of a list, references followed
     * @param definition name of the element's definition, if it is an object
     * @param shownAt the path that shows the definition's members, if another one does
     */
    record Property(
            String path,
            JsonNode node,
            JsonNode element,
            boolean required,
            @Nullable String definition,
            @Nullable String shownAt) {

        boolean isList() {
            return node.path("type").asText().equals("array");
        }

        private String elementPath() {
            return isList() ? path + "[]" : path;
        }

        /** Whether one of the schema's pointers names this property or one that holds it. */
        boolean isAmong(JsonNode pointers) {
            String own = "/properties/" + path.replace("[]", "/*").replace('.', '/');
            return StreamSupport.stream(pointers.spliterator(), false)
                    .map(JsonNode::asText)
                    .anyMatch(pointer -> own.equals(pointer) || own.startsWith(pointer + "/"));
        }
    }

    /** In the order of the schema, each followed by its members. */
    List<Property> all() {
        List<Property> found = new ArrayList<>();
        collect(schema, "", found);
        return found;
    }

    private void collect(JsonNode object, String prefix, List<Property> found) {
        for (Property property : membersOf(object, prefix)) {
            found.add(property);
            if (property.definition() != null && property.shownAt() == null) {
                collect(property.element(), property.elementPath() + ".", found);
            }
        }
    }

    private void chooseHomes() {
        Queue<Property> level = new ArrayDeque<>(membersOf(schema, ""));
        for (Property next = level.poll(); next != null; next = level.poll()) {
            if (next.definition() != null && homes.putIfAbsent(next.definition(), next.elementPath()) == null) {
                level.addAll(membersOf(next.element(), next.elementPath() + "."));
            }
        }
    }

    private List<Property> membersOf(JsonNode object, String prefix) {
        List<String> required = StreamSupport.stream(object.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return object.path("properties").properties().stream()
                .map(member ->
                        property(prefix + member.getKey(), member.getValue(), required.contains(member.getKey())))
                .toList();
    }

    private Property property(String path, JsonNode written, boolean required) {
        JsonNode node = resolve(written);
        boolean list = node.path("type").asText().equals("array");
        JsonNode holder = list ? node.path("items") : written;
        JsonNode element = resolve(holder);
        if (!element.has("properties")) {
            return new Property(path, node, element, required, null, null);
        }
        String definition = definitionName(holder);
        String home = homes.get(definition);
        boolean elsewhere = home != null && !home.equals(list ? path + "[]" : path);
        return new Property(path, node, element, required, definition, elsewhere ? home : null);
    }

    /** The referenced definition under the referring node's own description. */
    private JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        ObjectNode resolved =
                schema.path("definitions").path(definitionName(node)).deepCopy();
        if (node.has("description")) {
            resolved.set("description", node.get("description"));
        }
        return resolved;
    }

    private static String definitionName(JsonNode reference) {
        return reference.path("$ref").asText().replace("#/definitions/", "");
    }
}
