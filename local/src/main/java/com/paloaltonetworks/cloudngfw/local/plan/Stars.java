package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.local.template.Texts;
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
        if (value == null) {
            return null;
        }
        if (value.isValueNode() && !value.isTextual()) { // a secret that the schema wants as a number
            return secrets.contains(value.asText()) ? TextNode.valueOf(STARS) : value;
        }
        return Texts.map(value, "", (text, path) -> TextNode.valueOf(text(text.textValue())));
    }

    private String text(String text) {
        return secrets.stream().anyMatch(text::contains) ? STARS : text;
    }
}
