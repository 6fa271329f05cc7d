package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplatePath;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A resource of the template with its properties resolved. Pointers lead into the properties. */
record Declared(Template.Resource resource, ObjectNode properties, Facts facts) {

    /**
     * @param conditions whether a condition of the template holds
     * @param open whether a text is known only after a deploy
     * @param errors paths in the template where something is wrong
     */
    record Facts(Predicate<String> conditions, Predicate<String> open, List<String> errors) {}

    boolean is(String type) {
        return resource.type().equals("PaloAltoNetworks::CloudNGFW::" + type);
    }

    /** The text at a pointer; empty when nothing, or something else, stands there. */
    String text(String pointer) {
        return properties.at(pointer).asText("");
    }

    /** Whether anything at or below a node is known only after a deploy. */
    boolean isOpen(JsonNode node) {
        if (node.isTextual()) {
            return facts.open().test(node.textValue());
        }
        for (JsonNode child : node) {
            if (isOpen(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an error was found at or below a pointer. */
    boolean isWrong(String pointer) {
        String place = place(pointer);
        return facts.errors().stream().anyMatch(error -> error.equals(place) || error.startsWith(place + "/"));
    }

    Problem warning(String pointer, @Nullable String value, String message, String remedy) {
        return new Problem(place(pointer), value, message, remedy, Problem.Severity.WARNING);
    }

    private String place(String pointer) {
        return resource.propertiesPath() + TemplatePath.of(resource.properties(), pointer, facts.conditions());
    }
}
