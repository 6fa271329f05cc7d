package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.local.template.Texts;
import java.util.List;
import java.util.Set;

/**
 * Keeps what must not be shown apart from the rest of a stack: every text that holds a NoEcho value or a secret, and every
 * write-only property. In the stack's own file stars stand in their places.
 */
final class StackSecrets {

    private static final String STARS = "****";

    private StackSecrets() {}

    /**
     * Takes the secrets out of a stack's document.
     *
     * @param values texts that are secret wherever they stand
     * @param writeOnly JSON pointers to what the service does not give back
     * @return pointer to value of each place that was starred
     */
    static ObjectNode takeFrom(ObjectNode document, Set<String> values, List<String> writeOnly) {
        ObjectNode secrets = JsonNodeFactory.instance.objectNode();
        writeOnly.forEach(path -> take(document, path, secrets));
        JsonNode starred = Texts.map(document, "", (text, path) -> {
            if (values.stream().noneMatch(text.textValue()::contains)) {
                return text;
            }
            secrets.set(path, text);
            return TextNode.valueOf(STARS);
        });
        document.setAll((ObjectNode) starred);
        return secrets;
    }

    /** The reverse of {@link #takeFrom}. */
    static void putInto(ObjectNode document, JsonNode secrets) {
        secrets.properties().forEach(secret -> set(document, secret.getKey(), secret.getValue()));
    }

    private static void take(ObjectNode document, String path, ObjectNode secrets) {
        JsonNode value = document.at(path);
        if (!value.isMissingNode()) {
            secrets.set(path, value);
            set(document, path, TextNode.valueOf(STARS));
        }
    }

    private static void set(ObjectNode document, String path, JsonNode value) {
        int last = path.lastIndexOf('/');
        JsonNode parent = document.at(path.substring(0, last));
        String name = path.substring(last + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        }
    }
}
