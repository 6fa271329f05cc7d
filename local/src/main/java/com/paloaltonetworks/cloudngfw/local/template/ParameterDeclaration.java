package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member of the Parameters section. A list as default is its items joined with commas, as CloudFormation stores it. */
public record ParameterDeclaration(
        String name,
        String type,
        @Nullable String defaultValue,
        List<String> allowedValues,
        @Nullable String allowedPattern,
        Bounds bounds,
        boolean noEcho,
        @Nullable String constraintDescription) {

    /** Least and greatest length and value; null for no bound. */
    public record Bounds(
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue) {}

    static ParameterDeclaration of(String name, JsonNode declaration) {
        return new ParameterDeclaration(
                name,
                declaration.path("Type").asText(),
                text(declaration.get("Default")),
                declaration
                        .path("AllowedValues")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList(),
                text(declaration.get("AllowedPattern")),
                new Bounds(
                        integer(declaration.get("MinLength")),
                        integer(declaration.get("MaxLength")),
                        number(declaration.get("MinValue")),
                        number(declaration.get("MaxValue"))),
                declaration.path("NoEcho").asText("false").equalsIgnoreCase("true"),
                text(declaration.get("ConstraintDescription")));
    }

    public String path() {
        return Pointers.child("/Parameters", name);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.asText();
    }

    private static @Nullable Integer integer(@Nullable JsonNode value) {
        return value == null ? null : Integer.valueOf(value.asText());
    }

    private static @Nullable BigDecimal number(@Nullable JsonNode value) {
        return value == null ? null : Decimal.of(value.asText());
    }
}
