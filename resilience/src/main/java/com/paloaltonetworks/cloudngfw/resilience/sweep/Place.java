package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a snapshot shows one resource, and nothing else: a rulestack or firewall as a whole, of a rule the entries that bear its
 * name, in both views.
 */
record Place(Resource resource) {

    /** Whether the resource is there, in one view or in both. */
    boolean isTakenIn(Snapshot snapshot) {
        return snapshot.values().entrySet().stream().anyMatch(isOfResource());
    }

    /** Whether a value below the path belongs to the resource as it is wanted: a rule's is in its own slot. */
    boolean holds(String path) {
        return resource.kind() == ResourceKind.SECURITY_RULE
                ? Pattern.matches(list() + text("Priority") + "/.*", path)
                : path.startsWith(whole());
    }

    private Predicate<Map.Entry<String, String>> isOfResource() {
        if (resource.kind() != ResourceKind.SECURITY_RULE) {
            return value -> value.getKey().startsWith(whole());
        }
        Predicate<String> names =
                Pattern.compile(list() + "\\d+/RuleEntry/RuleName").asMatchPredicate();
        return value -> names.test(value.getKey()) && value.getValue().equals(text("RuleName"));
    }

    private String whole() {
        return resource.kind() == ResourceKind.FIREWALL
                ? "Firewalls/" + text("FirewallName") + "/"
                : "Rulestacks/" + text("RuleStackName") + "/";
    }

    private String list() {
        return "Rulestacks/" + text("RuleStackName") + "/(Candidate|Running)/Rules/" + text("RuleListType") + "/";
    }

    private String text(String member) {
        ObjectNode properties = resource.properties();
        return Objects.requireNonNull(properties.get(member), member).asText();
    }
}
