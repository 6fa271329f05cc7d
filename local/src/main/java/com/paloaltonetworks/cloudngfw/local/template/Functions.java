package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The intrinsic functions: their names, and how to recognise a call. */
final class Functions {

    static final Set<String> PSEUDO_PARAMETERS = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");
    static final Set<String> OF_VALUES = Set.of(
            "Ref",
            "Fn::Base64",
            "Fn::Cidr",
            "Fn::FindInMap",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::If",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::Sub");
    static final Set<String> NEEDING_A_TRANSFORM =
            Set.of("Fn::Transform", "Fn::ForEach", "Fn::Length", "Fn::ToJsonString");

    /** What stands between the braces of an {@code Fn::Sub}. */
    static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

    private Functions() {}

    /** A function call as it stands in a template. */
    record Call(String function, JsonNode argument) {}

    /** The call that a value is; empty for plain data. Condition is a call only where conditions are expected. */
    static Optional<Call> callIn(JsonNode value) {
        if (!value.isObject() || value.size() != 1) {
            return Optional.empty();
        }
        String name = value.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::")
                ? Optional.of(new Call(name, value.get(name)))
                : Optional.empty();
    }

    static boolean isNoValue(JsonNode value) {
        return value.isObject()
                && value.size() == 1
                && value.path("Ref").asText().equals("AWS::NoValue");
    }
}
