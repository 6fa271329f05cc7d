package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form of one parameter declaration. Values are checked by {@link Parameters}. */
final class ParameterChecks {

    private static final Set<String> MEMBERS = Set.of(
            "Type",
            "Default",
            "AllowedValues",
            "AllowedPattern",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue",
            "ConstraintDescription",
            "NoEcho",
            "Description");

    private final List<Problem> problems;

    ParameterChecks(List<Problem> problems) {
        this.problems = problems;
    }

    Optional<ParameterDeclaration> read(String name, JsonNode body) {
        String path = Pointers.child("/Parameters", name);
        int before = problems.size();
        if (!body.isObject() || !body.path("Type").isTextual()) {
            problems.add(
                    Problem.error(path, "Template format error: Every Parameters object must contain a Type member."));
            return Optional.empty();
        }
        body.fieldNames().forEachRemaining(member -> member(path, member));
        String type = body.get("Type").asText();
        if (!ParameterType.isKnown(type)) {
            problems.add(Problem.error(
                    path + "/Type",
                    type,
                    "Template format error: Unrecognized parameter type: " + type,
                    Nearest.remedy(type, ParameterType.names())));
        }
        if (body.has("AllowedValues") && !body.get("AllowedValues").isArray()) {
            problems.add(Problem.error(
                    path + "/AllowedValues",
                    "Template format error: Parameter " + name + " AllowedValues must be a list."));
        }
        for (String scalar : List.of("Default", "Description", "ConstraintDescription", "AllowedPattern", "NoEcho")) {
            if (body.path(scalar).isContainerNode()) {
                problems.add(Problem.error(
                        path + "/" + scalar, "Template format error: Every " + scalar + " member must be a string."));
            }
        }
        List.of("MinLength", "MaxLength").forEach(bound -> number(path, bound, body.path(bound), true));
        List.of("MinValue", "MaxValue").forEach(bound -> number(path, bound, body.path(bound), false));
        pattern(path, body.path("AllowedPattern"));
        return problems.size() > before ? Optional.empty() : Optional.of(ParameterDeclaration.of(name, body));
    }

    private void member(String path, String member) {
        if (!MEMBERS.contains(member)) {
            problems.add(Problem.error(
                    Pointers.child(path, member),
                    member,
                    "Invalid template parameter property '" + member + "'",
                    Nearest.remedy(member, MEMBERS)));
        }
    }

    private void number(String path, String bound, JsonNode value, boolean whole) {
        if (value.isMissingNode()) {
            return;
        }
        try {
            BigDecimal number = Decimal.of(value.asText());
            if (whole) {
                number.intValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            problems.add(Problem.error(
                    path + "/" + bound,
                    value.asText(),
                    "Template format error: " + bound + " must be " + (whole ? "a whole number." : "a number."),
                    ""));
        }
    }

    private void pattern(String path, JsonNode pattern) {
        new AllowedPattern(pattern.asText())
                .mistake()
                .ifPresent(mistake -> problems.add(Problem.error(
                        path + "/AllowedPattern",
                        pattern.asText(),
                        "Template format error: AllowedPattern is not a regular expression: " + mistake,
                        "")));
    }
}
