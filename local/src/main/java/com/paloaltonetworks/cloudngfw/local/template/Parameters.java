package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives every parameter its value and checks it, with CloudFormation's messages. */
public final class Parameters {

    private static final int LONGEST_BYTES = 4096;

    private final Function<String, Optional<String>> ssm;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();

    private Parameters(Function<String, Optional<String>> ssm) {
        this.ssm = ssm;
    }

    /**
     * @param given values of this operation; they win over previous ones, which win over defaults
     * @param previous values of the stack as it is; those the template no longer declares are dropped
     * @param ssm the value of an SSM parameter by name
     * @throws TemplateRejected with every problem
     */
    public static ParameterValues resolve(
            Map<String, ParameterDeclaration> declarations,
            Map<String, String> given,
            Map<String, String> previous,
            Function<String, Optional<String>> ssm) {
        ParameterValues values = survey(declarations, given, previous, ssm);
        TemplateRejected.throwIfAny(values.notices());
        return values;
    }

    /** As {@link #resolve}, but the problems are among the notices, and wrong parameters have no value. */
    public static ParameterValues survey(
            Map<String, ParameterDeclaration> declarations,
            Map<String, String> given,
            Map<String, String> previous,
            Function<String, Optional<String>> ssm) {
        Parameters parameters = new Parameters(ssm);
        parameters.choose(declarations, given, previous);
        declarations.values().stream()
                .filter(declaration -> parameters.chosen.containsKey(declaration.name()))
                .forEach(parameters::read);
        return new ParameterValues(parameters.values, parameters.chosen, parameters.secrets, parameters.problems);
    }

    private void choose(
            Map<String, ParameterDeclaration> declarations, Map<String, String> given, Map<String, String> previous) {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(declarations.keySet());
        if (!unknown.isEmpty()) {
            String near = unknown.stream()
                    .map(name -> Objects.requireNonNullElse(
                            Nearest.orAll(name, declarations.keySet(), "the template's parameters are "), ""))
                    .distinct()
                    .collect(Collectors.joining(" "));
            problems.add(Problem.error(
                    "/Parameters", null, "Parameters: " + unknown + " do not exist in the template", near));
        }
        List<String> missing = new ArrayList<>();
        declarations.values().forEach(declaration -> {
            String value = given.getOrDefault(
                    declaration.name(), previous.getOrDefault(declaration.name(), declaration.defaultValue()));
            if (value == null) {
                missing.add(declaration.name());
            } else {
                chosen.put(declaration.name(), value);
            }
        });
        if (!missing.isEmpty()) {
            problems.add(Problem.error(
                    "/Parameters",
                    null,
                    "Parameters: " + missing + " must have values",
                    "--parameters " + missing.get(0) + "=VALUE"));
        }
    }

    private void read(ParameterDeclaration declaration) {
        ParameterType type = ParameterType.of(declaration.type());
        String text = chosen.get(declaration.name());
        if (type.stored()) {
            Optional<String> stored = ssm.apply(text);
            if (stored.isEmpty()) {
                report(
                        declaration,
                        text,
                        "Unable to fetch parameters [" + text + "] from parameter store for this account.",
                        "--ssm " + text + "=VALUE");
                return;
            }
            text = stored.get();
        }
        if (declaration.noEcho() && !text.isEmpty()) {
            secrets.add(text);
        }
        int before = problems.size();
        check(declaration, type, text);
        if (problems.stream().skip(before).anyMatch(Problem::isError)) {
            return;
        }
        values.put(declaration.name(), type.list() ? list(text) : TextNode.valueOf(text));
    }

    private static ArrayNode list(String text) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        if (!text.isEmpty()) {
            Splitter.on(',').trimResults().split(text).forEach(items::add);
        }
        return items;
    }

    private void check(ParameterDeclaration declaration, ParameterType type, String text) {
        String name = declaration.name();
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            report(declaration, null, "Parameter '" + name + "' must be at most " + LONGEST_BYTES + " bytes long", "");
            return;
        }
        Iterable<String> items =
                type.list() ? list(text).valueStream().map(JsonNode::asText).toList() : List.of(text);
        for (String item : items) {
            String wrong = type.isNumber() ? wrongNumber(declaration, item) : wrongText(declaration, item, type.list());
            if (wrong == null && !declaration.allowedValues().isEmpty() && !isAllowed(declaration, type, item)) {
                wrong = "must be one of AllowedValues";
            }
            if (wrong != null) {
                String remedy = wrong.endsWith("AllowedValues") ? "one of " + declaration.allowedValues() : "";
                constraint(declaration, item, wrong, remedy);
            } else {
                shape(declaration, type, item);
            }
        }
    }

    private static boolean isAllowed(ParameterDeclaration declaration, ParameterType type, String item) {
        return declaration.allowedValues().stream()
                .anyMatch(allowed -> allowed.equals(item) || (type.isNumber() && isSameNumber(allowed, item)));
    }

    private static boolean isSameNumber(String one, String other) {
        try {
            return Decimal.of(one).compareTo(Decimal.of(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable String wrongNumber(ParameterDeclaration declaration, String text) {
        BigDecimal number;
        try {
            number = Decimal.of(text);
        } catch (NumberFormatException e) {
            return "must be a number";
        }
        BigDecimal least = declaration.bounds().minValue();
        BigDecimal most = declaration.bounds().maxValue();
        if (least != null && number.compareTo(least) < 0) {
            return "must be a number not less than " + least.toPlainString();
        }
        return most != null && number.compareTo(most) > 0
                ? "must be a number not greater than " + most.toPlainString()
                : null;
    }

    private static @Nullable String wrongText(ParameterDeclaration declaration, String text, boolean item) {
        Integer least = declaration.bounds().minLength();
        Integer most = declaration.bounds().maxLength();
        if (!item && least != null && text.length() < least) {
            return "must contain at least " + least + " characters";
        }
        if (!item && most != null && text.length() > most) {
            return "must contain at most " + most + " characters";
        }
        String pattern = declaration.allowedPattern();
        if (pattern == null) {
            return null;
        }
        return switch (new AllowedPattern(pattern).of(text)) {
            case MATCHES -> null;
            case DIFFERS -> "must match pattern " + pattern;
            case TOO_HARD -> "cannot be matched with pattern " + pattern + ", which tries too many ways";
        };
    }

    private void shape(ParameterDeclaration declaration, ParameterType type, String item) {
        Pattern shape = type.shape();
        if (shape == null) {
            return;
        }
        if (shape.matcher(item).matches()) {
            problems.add(Problem.warning(
                    declaration.path(),
                    item,
                    "Parameter '" + declaration.name() + "': only the shape of an " + type.element()
                            + " is checked locally, not whether it exists"));
        } else {
            report(
                    declaration,
                    item,
                    "Parameter validation failed: parameter value " + shown(declaration, item) + " for parameter name "
                            + declaration.name() + " does not exist",
                    "it does not have the shape of an " + type.element());
        }
    }

    private void constraint(ParameterDeclaration declaration, String item, String wrong, String remedy) {
        String description = declaration.constraintDescription();
        String message = description == null
                ? "Parameter '" + declaration.name() + "' " + wrong
                : "Parameter '" + declaration.name() + "' failed to satisfy constraint: " + description;
        report(declaration, item, message, description == null ? remedy : "");
    }

    private void report(ParameterDeclaration declaration, @Nullable String value, String message, String remedy) {
        problems.add(
                Problem.error(declaration.path(), value == null ? null : shown(declaration, value), message, remedy));
    }

    private static String shown(ParameterDeclaration declaration, String value) {
        return declaration.noEcho() ? "****" : value;
    }
}
