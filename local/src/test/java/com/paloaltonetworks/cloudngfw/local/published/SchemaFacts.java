package com.paloaltonetworks.cloudngfw.local.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a resource type's schema says, wherever it says it: references followed, one entry for each path.
 *
 * @param ofType by keyword, such as {@code primaryIdentifier}
 * @param properties by path, such as {@code Tags/*}{@code /Key}; each the facets that bind it, such as {@code chars} to
 *     {@code 1..128}; flags have the empty value
 */
record SchemaFacts(SortedMap<String, String> ofType, SortedMap<String, SortedMap<String, String>> properties) {

    private static final String ROOT = "/properties/";
    private static final Map<String, String> ACCESS = Map.of(
            "readOnlyProperties", "read-only",
            "createOnlyProperties", "create-only",
            "writeOnlyProperties", "write-only");
    private static final Map<String, List<String>> BOUNDS = Map.of(
            "chars", List.of("minLength", "maxLength"),
            "items", List.of("minItems", "maxItems"),
            "value", List.of("minimum", "maximum"));

    /** Reads the project's own notation: a property a line, {@code :} before what holds for the type. */
    static SchemaFacts restated(List<String> lines) {
        SchemaFacts facts = new SchemaFacts(new TreeMap<>(), new TreeMap<>());
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            if (line.startsWith(": ")) {
                facts.ofType.put(words.get(1), String.join(" ", words.subList(2, words.size())));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                SortedMap<String, String> facets = new TreeMap<>(Map.of("type", words.get(1)));
                words.subList(2, words.size()).forEach(word -> {
                    String[] parts = word.split("=", 2);
                    facets.put(parts[0], parts.length == 1 ? "" : parts[1]);
                });
                facts.properties.put(words.get(0), facets);
            }
        }
        return facts;
    }

    static SchemaFacts of(JsonNode schema) {
        SchemaFacts facts = new SchemaFacts(new TreeMap<>(), new TreeMap<>());
        facts.members(schema, schema, "");
        ACCESS.forEach((keyword, flag) -> schema.path(keyword)
                .forEach(pointer -> facts.properties
                        .computeIfAbsent(path(pointer), absent -> new TreeMap<>())
                        .put(flag, "")));
        facts.readType(schema);
        return facts;
    }

    private void readType(JsonNode schema) {
        ofType.put("typeName", schema.path("typeName").asText());
        ofType.put("primaryIdentifier", paths(schema.path("primaryIdentifier")));
        for (JsonNode identifier : schema.path("additionalIdentifiers")) {
            ofType.merge("additionalIdentifiers", paths(identifier), (one, other) -> one + " | " + other);
        }
        schema.path("handlers").properties().forEach(handler -> {
            String key = "handlers/" + handler.getKey() + "/";
            JsonNode body = handler.getValue();
            ofType.put(key + "permissions", String.join(" ", texts(body.path("permissions"))));
            if (body.has("timeoutInMinutes")) {
                ofType.put(
                        key + "timeoutInMinutes", body.path("timeoutInMinutes").asText());
            }
            if (body.has("handlerSchema")) {
                ofType.put(key + "handlerSchema", "given");
            }
        });
        for (String keyword :
                List.of("sourceUrl", "documentationUrl", "tagging", "typeConfiguration", "propertyTransform")) {
            if (schema.has(keyword)) {
                ofType.put(keyword, "given");
            }
        }
        Set<String> names = new TreeSet<>();
        schema.path("definitions").fieldNames().forEachRemaining(names::add);
        ofType.put("definitions", String.join(" ", names));
    }

    private void members(JsonNode root, JsonNode schema, String prefix) {
        Set<String> required = new HashSet<>(texts(schema.path("required")));
        schema.path("properties").properties().forEach(member -> {
            String path = prefix + member.getKey();
            property(root, member.getValue(), path);
            if (required.contains(member.getKey())) {
                properties.get(path).put("required", "");
            }
        });
    }

    private void property(JsonNode root, JsonNode given, String path) {
        JsonNode schema = given;
        while (schema.has("$ref")) {
            schema = root.at(schema.path("$ref").asText().substring(1));
        }
        properties.put(path, facets(schema));
        members(root, schema, path + "/");
        if (schema.has("items")) {
            property(root, schema.path("items"), path + "/*");
        }
    }

    private static SortedMap<String, String> facets(JsonNode schema) {
        SortedMap<String, String> facets =
                new TreeMap<>(Map.of("type", schema.path("type").asText()));
        if (!schema.path("additionalProperties").asBoolean(true)) {
            facets.put("closed", "");
        }
        if (!schema.path("insertionOrder").asBoolean(true)) {
            facets.put("unordered", "");
        }
        BOUNDS.forEach((facet, keywords) -> {
            String bounds = keywords.stream()
                    .map(keyword -> schema.path(keyword).asText())
                    .reduce((low, high) -> low + ".." + high)
                    .orElseThrow();
            if (!bounds.equals("..")) {
                facets.put(facet, bounds);
            }
        });
        if (schema.has("pattern")) {
            facets.put("like", schema.path("pattern").asText());
        }
        if (schema.has("enum")) {
            facets.put("words", String.join(",", new TreeSet<>(texts(schema.path("enum")))));
        }
        JsonNode standard = schema.path("default");
        if (!standard.isMissingNode()) {
            facets.put("default", standard.isTextual() ? standard.asText() : standard.toString());
        }
        return facets;
    }

    private static String paths(JsonNode pointers) {
        List<String> paths = new ArrayList<>();
        pointers.forEach(pointer -> paths.add(path(pointer)));
        return String.join(" ", paths);
    }

    private static String path(JsonNode pointer) {
        return pointer.asText().substring(ROOT.length());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A property's facet; null when it has none. */
    String facet(String path, String facet) {
        return properties.getOrDefault(path, new TreeMap<>()).get(facet);
    }

    /** Whether the property or what holds it is read-only. */
    boolean isReadOnly(String path) {
        return facet(path, "read-only") != null
                || (path.contains("/") && isReadOnly(path.substring(0, path.lastIndexOf('/'))));
    }

    Set<String> definitions() {
        return new TreeSet<>(Arrays.asList(ofType.get("definitions").split(" ")));
    }
}
