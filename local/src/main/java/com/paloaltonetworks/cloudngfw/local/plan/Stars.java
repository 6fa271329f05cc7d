package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts stars in the place of values that must not be shown: those of NoEcho parameters. */
final class Stars {

    private static final String STARS = "****";

    private final List<String> secrets;

    Stars(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    Detail over(Detail detail) {
        return new Detail(
                detail.path(),
                detail.name() == null ? null : text(detail.name()),
                detail.member(),
                over(detail.before()),
                over(detail.after()));
    }

    private @Nullable JsonNode over(@Nullable JsonNode value) {
        return value == null ? null : starred(value);
    }

    /** A secret may stand inside a text, or be a number or a flag because the schema wants one. */
    private JsonNode starred(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), starred(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(starred(item)));
            return array;
        }
        boolean hidden = value.isTextual()
                ? !text(value.textValue()).equals(value.textValue())
                : secrets.contains(value.asText());
        return hidden ? TextNode.valueOf(STARS) : value;
    }

    private String text(String text) {
        return secrets.stream().anyMatch(text::contains) ? STARS : text;
    }
}
