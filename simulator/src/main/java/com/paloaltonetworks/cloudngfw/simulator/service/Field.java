package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * One field of a body.
 *
 * @param name the spelling of answers
 * @param spellings all accepted spellings, lower case
 * @param preset the value when none is given
 * @param inner the fields of an object or of a list's objects
 * @param checks applied to a text, a number or each item of a list
 * @param words spellings that are accepted in any case and stored like this
 */
@With(AccessLevel.PRIVATE)
record Field(
        String name,
        Type type,
        List<String> spellings,
        boolean required,
        @Nullable JsonNode preset,
        @Nullable Shape inner,
        List<Check> checks,
        List<String> words) {
    enum Type {
        TEXT,
        WHOLE,
        FLAG,
        TEXTS,
        OBJECT,
        OBJECTS,
        ANYTHING
    }

    /** What a value must be, as a test and in words. */
    record Check(Predicate<String> test, String demand) {}

    static Field text(String name, String... otherSpellings) {
        return of(name, Type.TEXT, null, otherSpellings);
    }

    static Field whole(String name, int least, int most) {
        return of(name, Type.WHOLE, null)
                .check(
                        value -> Long.parseLong(value) >= least && Long.parseLong(value) <= most,
                        "must be from " + least + " to " + most);
    }

    static Field flag(String name, String... otherSpellings) {
        return of(name, Type.FLAG, null, otherSpellings);
    }

    static Field texts(String name, String... otherSpellings) {
        return of(name, Type.TEXTS, null, otherSpellings);
    }

    static Field object(String name, Shape inner) {
        return of(name, Type.OBJECT, inner);
    }

    static Field objects(String name, Shape inner) {
        return of(name, Type.OBJECTS, inner);
    }

    /** An object that is stored as it comes. */
    static Field anything(String name) {
        return of(name, Type.ANYTHING, null);
    }

    private static Field of(String name, Type type, @Nullable Shape inner, String... otherSpellings) {
        List<String> spellings = new ArrayList<>(List.of(name.toLowerCase(Locale.ROOT)));
        Arrays.stream(otherSpellings)
                .map(other -> other.toLowerCase(Locale.ROOT))
                .forEach(spellings::add);
        return new Field(name, type, spellings, false, null, inner, List.of(), List.of());
    }

    Field need() {
        return withRequired(true);
    }

    Field preset(String text) {
        return withPreset(
                type == Type.TEXTS ? JsonNodeFactory.instance.arrayNode().add(text) : TextNode.valueOf(text));
    }

    Field preset(boolean value) {
        return withPreset(BooleanNode.valueOf(value));
    }

    Field preset(int value) {
        return withPreset(IntNode.valueOf(value));
    }

    /** An object that is there even when not given, made of its fields' presets. */
    Field always() {
        return withPreset(JsonNodeFactory.instance.objectNode());
    }

    Field length(int least, int most) {
        return check(
                value -> value.length() >= least && value.length() <= most,
                "must have " + least + " to " + most + " characters");
    }

    Field max(int most) {
        return check(value -> value.length() <= most, "must have at most " + most + " characters");
    }

    Field pattern(String pattern) {
        return check(value -> value.matches(pattern), "must match " + pattern);
    }

    Field oneOf(String... values) {
        return check(List.of(values)::contains, "must be one of " + List.of(values));
    }

    /** One of these, in any case. */
    Field anyCaseOf(String... values) {
        return withWords(List.of(values)).oneOf(values);
    }

    Field check(Predicate<String> test, String demand) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new Check(test, demand));
        return withChecks(List.copyOf(all));
    }

    boolean isList() {
        return type == Type.TEXTS || type == Type.OBJECTS;
    }

    /** The stored form of a given value; null when there is nothing to store. */
    @Nullable
    JsonNode read(String path, @Nullable JsonNode given, Findings findings) {
        boolean missing = given == null || given.isNull() || (isList() && given.isArray() && given.isEmpty());
        if (missing) {
            if (required) {
                findings.add(path, "is required");
            }
            return preset == null || type != Type.OBJECT
                    ? preset
                    : Shape.of(inner).read(path, preset, findings);
        }
        return switch (type) {
            case TEXT -> given.isTextual() ? word(path, given.asText(), findings) : wrong(path, "a string", findings);
            case WHOLE ->
                given.isIntegralNumber() && given.canConvertToInt()
                        ? number(path, given, findings)
                        : wrong(path, "a whole number", findings);
            case FLAG -> given.isBoolean() ? given : wrong(path, "true or false", findings);
            case TEXTS -> given.isArray() ? texts(path, given, findings) : wrong(path, "a list of strings", findings);
            case OBJECT -> given.isObject() ? nested(path, given, findings) : wrong(path, "an object", findings);
            case ANYTHING -> given.isObject() ? given : wrong(path, "an object", findings);
            case OBJECTS ->
                given.isArray() ? objects(path, given, findings) : wrong(path, "a list of objects", findings);
        };
    }

    private static @Nullable JsonNode wrong(String path, String expected, Findings findings) {
        findings.add(path, "must be " + expected);
        return null;
    }

    private JsonNode word(String path, String given, Findings findings) {
        String text = words.stream().filter(given::equalsIgnoreCase).findFirst().orElse(given);
        check(path, text, findings);
        return TextNode.valueOf(text);
    }

    private JsonNode number(String path, JsonNode given, Findings findings) {
        check(path, given.asText(), findings);
        return IntNode.valueOf(given.asInt());
    }

    private void check(String path, String value, Findings findings) {
        checks.stream().filter(check -> !check.test().test(value)).forEach(check -> findings.add(path, check.demand()));
    }

    private JsonNode texts(String path, JsonNode given, Findings findings) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            if (item.isTextual()) {
                texts.add(word(path + "/" + texts.size(), item.asText(), findings));
            } else {
                wrong(path + "/" + texts.size(), "a string", findings);
            }
        }
        return texts;
    }

    private @Nullable JsonNode nested(String path, JsonNode given, Findings findings) {
        JsonNode read = Shape.of(inner).read(path, given, findings);
        return read.isEmpty() ? null : read;
    }

    private JsonNode objects(String path, JsonNode given, Findings findings) {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            objects.add(Shape.of(inner).read(path + "/" + objects.size(), item, findings));
        }
        return objects;
    }
}
