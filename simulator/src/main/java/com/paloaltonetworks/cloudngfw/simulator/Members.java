package com.paloaltonetworks.cloudngfw.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.simulator.WorldRejected.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, read one by one; collects every problem instead of stopping at the first. */
public final class Members {
    private final String path;
    private final JsonNode json;
    private final List<Finding> problems;
    private final Set<String> seen = new HashSet<>();

    Members(String path, JsonNode json, List<Finding> problems) {
        this.path = path;
        this.json = json.isObject() ? json : JsonNodeFactory.instance.objectNode();
        this.problems = problems;
        if (!json.isObject() && !json.isMissingNode()) {
            problems.add(new Finding(path, json.asText(), "must be an object", List.of()));
        }
    }

    /** The raw member, missing or not. */
    public JsonNode get(String name) {
        seen.add(name);
        return json.path(name);
    }

    /** Whether the member is given; null is as good as nothing. */
    public boolean has(String name) {
        seen.add(name);
        return json.hasNonNull(name);
    }

    public String text(String name, String preset) {
        JsonNode node = get(name);
        if (node.isMissingNode()) {
            return preset;
        }
        if (!node.isTextual() || node.asText().isEmpty()) {
            problem(name, "must be a non-empty string");
            return preset;
        }
        return node.asText();
    }

    public @Nullable String optionalText(String name) {
        return get(name).isMissingNode() ? null : text(name, "");
    }

    boolean flag(String name, boolean preset) {
        JsonNode node = get(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            problem(name, "must be true or false");
        }
        return node.asBoolean(preset);
    }

    public int whole(String name, int preset) {
        JsonNode node = get(name);
        if (!node.isMissingNode() && (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 0)) {
            problem(name, "must be a whole number, 0 or more");
            return preset;
        }
        return node.asInt(preset);
    }

    Duration seconds(String name, Duration preset) {
        return Duration.ofSeconds(whole(name, (int) preset.toSeconds()));
    }

    List<String> texts(String name, List<String> preset) {
        JsonNode node = get(name);
        if (node.isMissingNode()) {
            return preset;
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        if (!node.isArray() || texts.stream().anyMatch(String::isEmpty)) {
            problem(name, "must be a list of strings");
        }
        return texts;
    }

    Map<String, String> textMap(String name) {
        JsonNode node = get(name);
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        if (!node.isMissingNode() && !node.isObject()) {
            problem(name, "must be an object of strings");
        }
        return texts;
    }

    /** A word of an enum: {@code http-500} for {@code HTTP_500}, in any case. */
    public <E extends Enum<E>> E word(String name, E preset) {
        JsonNode node = get(name);
        if (node.isMissingNode()) {
            return preset;
        }
        E[] all = preset.getDeclaringClass().getEnumConstants();
        for (E each : all) {
            if (word(each).equalsIgnoreCase(node.asText())) {
                return each;
            }
        }
        problem(name, "must be one of " + Arrays.stream(all).map(Members::word).toList());
        return preset;
    }

    /** How the JSON form writes an enum constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public <T> T object(String name, Function<Members, T> reader) {
        Members inner = new Members(at(name), get(name), problems);
        T value = reader.apply(inner);
        inner.finish();
        return value;
    }

    <T> List<T> objects(String name, Function<Members, T> reader) {
        JsonNode node = get(name);
        if (!node.isMissingNode() && !node.isArray()) {
            problem(name, "must be a list");
        }
        List<T> values = new ArrayList<>();
        int index = 0;
        for (JsonNode item : node) {
            Members inner = new Members(at(name) + "/" + index++, item, problems);
            values.add(reader.apply(inner));
            inner.finish();
        }
        return values;
    }

    /** Reports the members nobody has asked for. */
    void finish() {
        json.fieldNames().forEachRemaining(name -> {
            if (!seen.contains(name)) {
                problems.add(new Finding(at(name), text(json.get(name)), "is unknown", List.copyOf(seen)));
            }
        });
    }

    public void problem(String name, String text) {
        problems.add(new Finding(at(name), text(json.path(name)), text, List.of()));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private String at(String name) {
        return path + "/" + name;
    }
}
