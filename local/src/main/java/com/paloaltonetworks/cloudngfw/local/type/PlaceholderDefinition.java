package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an AWS type: the complete names of its properties, but not their content.
 *
 * @param properties name to primitive type: string, integer, number, boolean, array or object
 * @param createOnly properties whose change replaces the resource
 */
public record PlaceholderDefinition(
        String name,
        Map<String, String> properties,
        List<String> required,
        List<String> createOnly,
        List<String> attributes,
        List<String> primaryIdentifier) {

    static PlaceholderDefinition of(String name, JsonNode json) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return new PlaceholderDefinition(
                name,
                properties,
                texts(json, "required"),
                texts(json, "createOnly"),
                texts(json, "attributes"),
                texts(json, "primaryIdentifier"));
    }

    private static List<String> texts(JsonNode json, String member) {
        return json.path(member).valueStream().map(JsonNode::asText).toList();
    }
}
