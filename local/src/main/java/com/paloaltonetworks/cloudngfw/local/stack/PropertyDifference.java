package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One place where a resource is not what the stack made it.
 *
 * @param path JSON pointer into the properties; an index is the position in the template's list
 */
public record PropertyDifference(String path, String expected, String actual, Kind kind) {

    /** CloudFormation's kinds. */
    public enum Kind {
        ADD,
        REMOVE,
        NOT_EQUAL
    }

    static PropertyDifference added(String path, JsonNode actual) {
        return new PropertyDifference(path, "null", text(actual), Kind.ADD);
    }

    static PropertyDifference removed(String path, JsonNode expected) {
        return new PropertyDifference(path, text(expected), "null", Kind.REMOVE);
    }

    static PropertyDifference unequal(String path, JsonNode expected, JsonNode actual) {
        return new PropertyDifference(path, text(expected), text(actual), Kind.NOT_EQUAL);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** With CloudFormation's field names. */
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("PropertyPath", path)
                .put("ExpectedValue", expected)
                .put("ActualValue", actual)
                .put("DifferenceType", kind.name());
    }
}
