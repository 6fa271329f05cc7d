package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may assume a role, as its trust policy says. Denials and conditions beyond those on the source are not weighed. */
record TrustPolicy(JsonNode document) {

    private static final List<String> ASSUME_ROLE = List.of("sts:AssumeRole", "sts:*", "*");

    /** Whether an operator knows wildcards; those that are not listed are taken as met. */
    private static final Map<String, Boolean> WITH_WILDCARDS =
            Map.of("StringEquals", false, "StringLike", true, "ArnEquals", true, "ArnLike", true);

    /**
     * An AWS service that acts for somebody.
     *
     * @param name such as {@code resources.cloudformation.amazonaws.com}
     * @param context condition keys and their values, such as {@code aws:SourceAccount}
     */
    record Service(String name, Map<String, String> context) {}

    /** Role ARNs, account ids, service names or {@code *}. */
    List<String> principals() {
        return statements()
                .flatMap(statement -> principals(statement.path("Principal")))
                .toList();
    }

    boolean trusts(Service service) {
        return statements()
                .filter(statement -> principals(statement.path("Principal")).anyMatch(service.name()::equals))
                .anyMatch(statement -> holds(statement.path("Condition"), service.context()));
    }

    private Stream<JsonNode> statements() {
        return items(document.path("Statement"))
                .filter(statement -> statement.path("Effect").asText("Allow").equals("Allow"))
                .filter(statement ->
                        items(statement.path("Action")).map(JsonNode::asText).anyMatch(ASSUME_ROLE::contains));
    }

    private static Stream<String> principals(JsonNode principal) {
        return principal.isTextual()
                ? Stream.of(principal.textValue())
                : principal.valueStream().flatMap(TrustPolicy::items).map(JsonNode::asText);
    }

    private static boolean holds(JsonNode condition, Map<String, String> context) {
        return condition.properties().stream()
                .filter(operator -> WITH_WILDCARDS.containsKey(operator.getKey()))
                .allMatch(operator -> operator.getValue().properties().stream()
                        .filter(key -> context.containsKey(key.getKey()))
                        .allMatch(key -> items(key.getValue())
                                .anyMatch(pattern -> matches(
                                        pattern.asText(),
                                        context.get(key.getKey()),
                                        WITH_WILDCARDS.get(operator.getKey())))));
    }

    private static boolean matches(String pattern, String value, boolean wildcards) {
        String regex = pattern.chars()
                .mapToObj(each -> switch (each) {
                    case '*' -> wildcards ? ".*" : "\\*";
                    case '?' -> wildcards ? "." : "\\?";
                    default -> Pattern.quote(Character.toString(each));
                })
                .collect(Collectors.joining());
        return value.matches(regex);
    }

    /** A policy document may write one thing alone instead of a list of one. */
    private static Stream<JsonNode> items(JsonNode value) {
        return value.isArray() ? value.valueStream() : Stream.of(value).filter(node -> !node.isMissingNode());
    }
}
