package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields an entity takes. Reading accepts every known spelling in any case, stores one spelling, fills in presets,
 * ignores unknown fields unless told otherwise, and leaves empty lists and objects out.
 */
final class Shape {
    private final List<Field> fields;
    private final Consumer<ObjectNode> completion;

    private Shape(List<Field> fields, Consumer<ObjectNode> completion) {
        this.fields = fields;
        this.completion = completion;
    }

    static Shape of(Field... fields) {
        return new Shape(List.of(fields), node -> {});
    }

    static Shape of(@Nullable Shape shape) {
        return Objects.requireNonNull(shape, "an object field names its shape");
    }

    /** The same fields, with a last step for presets that depend on other fields. */
    Shape completedBy(Consumer<ObjectNode> last) {
        return new Shape(fields, last);
    }

    /** The same fields and one more. */
    Shape and(Field field) {
        List<Field> all = new ArrayList<>(fields);
        all.add(field);
        return new Shape(all, completion);
    }

    /**
     * The stored form of a body.
     *
     * @throws ApiError naming everything that is wrong with it
     */
    ObjectNode read(JsonNode given, boolean strict) {
        Findings findings = new Findings(strict);
        ObjectNode stored = read("", given, findings);
        findings.throwIfAny();
        return stored;
    }

    ObjectNode read(String path, JsonNode given, Findings findings) {
        Map<String, JsonNode> byName = new HashMap<>();
        given.properties().forEach(member -> byName.put(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode value = null;
            for (String spelling : field.spellings()) {
                JsonNode found = byName.remove(spelling);
                value = value == null ? found : value;
            }
            JsonNode read = field.read(at(path, field.name()), value, findings);
            if (read != null) {
                stored.set(field.name(), read);
            }
        }
        if (findings.strict) {
            byName.keySet().forEach(unknown -> findings.add(at(path, unknown), "is not supported"));
        }
        completion.accept(stored);
        return stored;
    }

    /** The stored form as an answer shows it. */
    ObjectNode show(ObjectNode stored, EmptyLists style) {
        ObjectNode shown = stored.deepCopy();
        for (Field field : fields) {
            JsonNode value = shown.get(field.name());
            if (field.isList() && value == null) {
                Json.put(shown, field.name(), JsonNodeFactory.instance.arrayNode(), style);
            } else if (value instanceof ObjectNode object && field.inner() != null) {
                shown.set(field.name(), field.inner().show(object, style));
            } else if (value instanceof ArrayNode array && array.isEmpty()) {
                shown.remove(field.name());
                Json.put(shown, field.name(), JsonNodeFactory.instance.arrayNode(), style);
            }
        }
        return shown;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
