package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A name or a shape that a property has in older templates or in the service's API, and what it is now.
 *
 * @param path JSON pointer of the old place; an asterisk stands for every item of a list
 * @param applies which values at that place are meant
 * @param now the name of the member that holds it now, beside the old one; null when there is none
 * @param rewritten the value in its present form
 * @param message what is wrong, without the value
 * @param hint what to do when no present form can be shown
 */
public record Former(
        String path,
        Predicate<JsonNode> applies,
        @Nullable String now,
        UnaryOperator<JsonNode> rewritten,
        String message,
        @Nullable String hint) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A member that has another name now, with the same value. */
    public static Former renamed(String path, String now) {
        return new Former(path, value -> true, now, value -> value, name(path) + " is called " + now + " here", null);
    }

    /** A single object of the first version that is a list with a name in the plural now. */
    public static Former listed(String path, String now) {
        return new Former(
                path,
                value -> true,
                now,
                value -> value.isArray() ? value : NODES.arrayNode().add(value),
                name(path) + ", a name of this type's first version, is now the list " + now,
                null);
    }

    /** A member that is no more; its value is never shown, for it may be a secret. */
    public static Former removed(String path, String hint) {
        return new Former(
                path,
                value -> true,
                null,
                UnaryOperator.identity(),
                name(path) + ", a property of this type's first version, is no more",
                hint);
    }

    /** The tokens that the first version of every type took as properties. */
    public static List<Former> tokens() {
        return List.of(
                removed(
                        "/ProgrammaticAccessToken",
                        "remove it: the handler takes its tokens with the execution role, or with the RoleArn of the type"
                                + " configuration"),
                removed("/UpdateToken", "remove it: the handler reads the present one"));
    }

    /**
     * The names that the service's API gives to members of a rule, and tags in their older shapes.
     *
     * @param rule JSON pointer of the rules, empty when the whole model is one
     */
    public static List<Former> ofRule(String rule) {
        return List.of(
                renamed(rule + "/Category/IntelligentFeeds", "Feeds"),
                renamed(rule + "/Category/UrlCategoryNames", "URLCategoryNames"),
                renamed(rule + "/Category/URLCategories", "URLCategoryNames"),
                tags(rule + "/Tags"));
    }

    /** A value of another shape at the same place. */
    public static Former reshaped(
            String path, Predicate<JsonNode> applies, UnaryOperator<JsonNode> rewritten, String message) {
        return new Former(path, applies, name(path), rewritten, message, null);
    }

    /** Tags as one map, or as a list of maps, instead of keys and values. */
    public static Former tags(String path) {
        return reshaped(
                path,
                Former::isTagMap,
                Former::keysAndValues,
                "tags are a list of objects with Key and Value now, no longer a map");
    }

    private static boolean isTagMap(JsonNode tags) {
        return tags.isObject() || tags.valueStream().anyMatch(Former::isMap);
    }

    private static boolean isMap(JsonNode tag) {
        boolean named = tag.properties().stream()
                .anyMatch(member -> member.getKey().equalsIgnoreCase("Key")
                        || member.getKey().equalsIgnoreCase("Value"));
        return tag.isObject() && !named && tag.valueStream().allMatch(JsonNode::isValueNode);
    }

    private static ArrayNode keysAndValues(JsonNode tags) {
        ArrayNode list = NODES.arrayNode();
        if (tags.isObject()) {
            tags.properties().forEach(tag -> list.add(keyAndValue(tag.getKey(), tag.getValue())));
            return list;
        }
        tags.forEach(tag -> {
            if (isMap(tag)) {
                list.addAll(keysAndValues(tag));
            } else {
                list.add(tag);
            }
        });
        return list;
    }

    private static ObjectNode keyAndValue(String key, JsonNode value) {
        return NODES.objectNode().put("Key", key).set("Value", value);
    }
}
