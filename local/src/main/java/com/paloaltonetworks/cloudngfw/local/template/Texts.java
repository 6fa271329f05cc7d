package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.BiFunction;

/** Walks every text of a JSON value. */
public final class Texts {

    private Texts() {}

    /** A copy of the value in which every text is what the function makes of it and of its path. */
    public static JsonNode map(JsonNode value, String path, BiFunction<TextNode, String, JsonNode> change) {
        if (value instanceof TextNode text) {
            return change.apply(text, path);
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(
                            member.getKey(), map(member.getValue(), Pointers.child(path, member.getKey()), change)));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(map(item, Pointers.child(path, array.size()), change)));
            return array;
        }
        return value;
    }
}
