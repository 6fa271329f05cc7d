package com.paloaltonetworks.cloudngfw.core.check;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.BooleanSchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.StringSchema;
import org.everit.json.schema.ValidationException;

/** Says in words what a schema's validator found: one wording for each keyword of JSON schema. */
final class Wording {

    private final JsonNode model;

    Wording(JsonNode model) {
        this.model = model;
    }

    /** One problem for most findings, one for each member that is unknown or missing. */
    Stream<Problem> of(ValidationException finding) {
        String path = pathOf(finding);
        JsonNode value = model.at(path);
        Schema schema = finding.getViolatedSchema();
        if (schema instanceof ObjectSchema object && "required".equals(finding.getKeyword())) {
            return object.getRequiredProperties().stream()
                    .filter(name -> !value.has(name))
                    .map(name -> Problem.at(child(path, name), null, missing(name)));
        }
        if (schema instanceof ObjectSchema object && "additionalProperties".equals(finding.getKeyword())) {
            return unknown(path, value, object);
        }
        return Stream.of(single(path, value, schema, finding));
    }

    private static Problem single(String path, JsonNode value, Schema schema, ValidationException finding) {
        String keyword = String.valueOf(finding.getKeyword());
        if (schema instanceof EnumSchema words && keyword.equals("enum")) {
            return oneOf(path, value, words);
        }
        if (schema instanceof StringSchema text && !keyword.equals("type")) {
            return text(path, value, text, keyword);
        }
        if (schema instanceof NumberSchema number && !keyword.equals("type")) {
            return bound(path, value, number, finding);
        }
        if (schema instanceof ArraySchema list && keyword.endsWith("Items")) {
            return size(path, value, list, keyword);
        }
        return type(path, value, schema, finding);
    }

    static String missing(String name) {
        return name + " is missing";
    }

    static String pathOf(ValidationException finding) {
        return finding.getPointerToViolation().substring(1);
    }

    private static Stream<Problem> unknown(String path, JsonNode value, ObjectSchema schema) {
        List<String> known = List.copyOf(schema.getPropertySchemas().keySet());
        return value.properties().stream()
                .filter(member -> !known.contains(member.getKey()))
                .map(member -> Problem.at(
                                child(path, member.getKey()),
                                FlowStyle.shown(member.getValue()),
                                "there is no property " + member.getKey() + " here")
                        .mend(requireNonNullElse(
                                Nearest.orAll(member.getKey(), known, "the properties here are "), "remove it")));
    }

    private static Problem oneOf(String path, JsonNode value, EnumSchema schema) {
        List<String> words = schema.getPossibleValuesAsList().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        return problem(path, value, "must be " + anyOf(words))
                .mend(Nearest.of(value.asText(), words)
                        .map(word -> "did you mean " + word + "?")
                        .orElse(null));
    }

    private static String anyOf(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static Problem text(String path, JsonNode value, StringSchema schema, String keyword) {
        String text = value.asText();
        return switch (keyword) {
            case "maxLength" ->
                Problem.at(
                        path,
                        text,
                        "has " + text.length() + " characters, but may have at most " + schema.getMaxLength());
            case "minLength" ->
                text.isEmpty()
                        ? Problem.at(path, text, "must not be empty")
                        : Problem.at(
                                path,
                                text,
                                "has " + text.length() + " characters, but must have at least "
                                        + schema.getMinLength());
            case "pattern" ->
                TextPattern.problem(path, text, schema.getPattern().pattern());
            default -> problem(path, value, "does not have the form that its schema wants (" + keyword + ")");
        };
    }

    private static Problem bound(String path, JsonNode value, NumberSchema schema, ValidationException finding) {
        return switch (finding.getKeyword()) {
            case "minimum" -> problem(path, value, "must be at least " + schema.getMinimum());
            case "maximum" -> problem(path, value, "must be at most " + schema.getMaximum());
            default -> Problem.at(path, value.asText(), finding.getErrorMessage());
        };
    }

    private static Problem size(String path, JsonNode value, ArraySchema schema, String keyword) {
        String bound = keyword.equals("maxItems")
                ? "may have at most " + schema.getMaxItems()
                : "must have at least " + schema.getMinItems();
        return Problem.at(path, null, "has " + value.size() + " items, but " + bound);
    }

    private static Problem type(String path, JsonNode value, Schema schema, ValidationException finding) {
        if (schema instanceof StringSchema) {
            Problem problem = problem(path, value, "must be a text");
            boolean inBrackets =
                    value.isArray() && value.size() == 1 && value.get(0).isValueNode();
            return inBrackets ? problem.mend("write it without brackets: " + FlowStyle.of(value.get(0))) : problem;
        }
        if (schema instanceof NumberSchema number) {
            return problem(path, value, "must be a " + (number.requiresInteger() ? "whole " : "") + "number");
        }
        if (schema instanceof BooleanSchema) {
            return problem(path, value, "must be true or false");
        }
        if (schema instanceof ArraySchema) {
            return problem(path, value, "must be a list")
                    .mend("write it as a list: " + FlowStyle.shortened("[" + FlowStyle.of(value) + "]"));
        }
        if (schema instanceof ObjectSchema object) {
            return problem(path, value, "must be an object")
                    .mend("its members are "
                            + String.join(
                                    ", ",
                                    object.getPropertySchemas().keySet().stream()
                                            .sorted()
                                            .toList()));
        }
        return Problem.at(path, FlowStyle.shown(value), finding.getErrorMessage());
    }

    private static Problem problem(String path, JsonNode value, String must) {
        return Problem.at(path, FlowStyle.shown(value), "is " + words(value) + ", but " + must);
    }

    private static String words(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "'" + FlowStyle.shortened(value.textValue()) + "'";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL, MISSING -> "null";
            default -> value.asText();
        };
    }

    static String child(String path, String member) {
        return JsonPointer.compile(path).appendProperty(member).toString();
    }
}
