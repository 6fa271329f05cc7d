package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as this service writes it. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<? extends JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    static ArrayNode texts(Collection<String> items) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        items.forEach(texts::add);
        return texts;
    }

    /** A list member, in the tenant's way of showing empty ones. */
    static void put(ObjectNode into, String name, ArrayNode list, EmptyLists style) {
        if (!list.isEmpty() || style == EmptyLists.EMPTY) {
            into.set(name, list);
        } else if (style == EmptyLists.NULL) {
            into.putNull(name);
        }
    }

    /** Tags as {@code [{"Key", "Value"}]}. */
    static ArrayNode tags(Map<String, String> tags) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    static Map<String, String> tags(JsonNode list) {
        Map<String, String> tags = new LinkedHashMap<>();
        list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    static ObjectNode without(ObjectNode from, String... names) {
        ObjectNode rest = from.deepCopy();
        for (String name : names) {
            rest.remove(name);
        }
        return rest;
    }
}
