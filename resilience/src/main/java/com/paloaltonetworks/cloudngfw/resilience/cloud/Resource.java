package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A resource of a stack with the properties that are wanted of it.
 *
 * @param logicalId its name in the template
 */
public record Resource(ResourceKind kind, String logicalId, ObjectNode properties) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Resource of(ResourceKind kind, String logicalId, String json) {
        try {
            return new Resource(kind, logicalId, (ObjectNode) JSON.readTree(json));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    /** The same resource, wanted otherwise. */
    public Resource with(String member, String value) {
        return new Resource(kind, logicalId, properties.deepCopy().put(member, value));
    }

    public Resource with(String member, int value) {
        return new Resource(kind, logicalId, properties.deepCopy().put(member, value));
    }

    /** Its primary identifier as CloudFormation records it. */
    public String physicalId() {
        return kind.schema().identifierOf(properties);
    }
}
