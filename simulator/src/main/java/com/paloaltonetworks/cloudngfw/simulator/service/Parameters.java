package com.paloaltonetworks.cloudngfw.simulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The values of a call, from its query and its body, names in any case. The body wins. */
final class Parameters {
    private final ObjectNode body;
    private final Map<String, JsonNode> values = new HashMap<>();

    private Parameters(ObjectNode body) {
        this.body = body;
    }

    static Parameters of(ObjectNode body) {
        Parameters parameters = new Parameters(body);
        body.properties().forEach(member -> parameters.put(member.getKey(), member.getValue()));
        return parameters;
    }

    static Parameters read(@Nullable String rawQuery, String text) {
        Parameters parameters = new Parameters(parse(text));
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "";
            parameters.put(URLDecoder.decode(parts[0], UTF_8), TextNode.valueOf(value));
        }
        parameters.body.properties().forEach(member -> parameters.put(member.getKey(), member.getValue()));
        return parameters;
    }

    private static ObjectNode parse(String text) {
        if (text.isBlank()) {
            return Json.object();
        }
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.invalid("the body is not JSON");
        }
        throw ApiError.invalid("the body is not a JSON object");
    }

    private void put(String name, JsonNode value) {
        if (!value.isNull()) {
            values.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    ObjectNode body() {
        return body;
    }

    private @Nullable JsonNode get(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    /** A text; null when absent or empty. */
    @Nullable
    String text(String name) {
        JsonNode value = get(name);
        return value == null || value.asText().isEmpty() ? null : value.asText();
    }

    boolean flag(String name, boolean preset) {
        JsonNode value = get(name);
        if (value == null) {
            return preset;
        }
        return switch (value.asText().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiError.invalid(name + " must be true or false");
        };
    }

    int whole(String name, int preset, int least, int most) {
        String value = text(name);
        if (value == null) {
            return preset;
        }
        if (!value.matches("-?\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw ApiError.invalid(name + " must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    /** A list of texts, given as JSON list or as one value. */
    List<String> texts(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }
}
