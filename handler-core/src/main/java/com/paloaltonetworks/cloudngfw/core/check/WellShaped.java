package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.everit.json.schema.BooleanSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.StringSchema;
import org.everit.json.schema.ValidationException;

/** Takes out of a model what has not even the right type, so that one such value does not hide all other problems. */
final class WellShaped {

    private WellShaped() {}

    /** A copy without members that are unknown or of the wrong type; list items leave an empty value, to keep their places. */
    static JsonNode of(JsonNode model, List<ValidationException> findings) {
        JsonNode copy = model.deepCopy();
        for (ValidationException finding : findings) {
            if ("type".equals(finding.getKeyword())) {
                remove(copy, JsonPointer.compile(Wording.pathOf(finding)), finding.getViolatedSchema());
            } else if ("additionalProperties".equals(finding.getKeyword())
                    && finding.getViolatedSchema() instanceof ObjectSchema schema
                    && copy.at(Wording.pathOf(finding)) instanceof ObjectNode object) {
                object.retain(schema.getPropertySchemas().keySet());
            }
        }
        return copy;
    }

    private static void remove(JsonNode model, JsonPointer place, Schema wanted) {
        if (place.matches()) {
            return;
        }
        JsonNode parent = model.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), empty(wanted));
        }
    }

    private static JsonNode empty(Schema wanted) {
        if (wanted instanceof StringSchema) {
            return TextNode.valueOf("");
        }
        if (wanted instanceof NumberSchema) {
            return IntNode.valueOf(0);
        }
        return wanted instanceof BooleanSchema ? BooleanNode.FALSE : JsonNodeFactory.instance.objectNode();
    }
}
