package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the tenant holds, as path to value: {@code Rulestacks/edge/Running/Rules/LocalRule/10/RuleEntry/Action}.
 * Elements of lists go by what identifies them, so that a path means the same in every snapshot.
 */
record Snapshot(SortedMap<String, String> values) {

    /** Elements are called by the first of these that they have. */
    private static final List<String> IDENTIFIERS =
            List.of("RuleStackName", "FirewallName", "Priority", "Name", "FileType", "Key", "SubnetId", "LogType");

    /** What says how often something was done, or only repeats the difference between candidate and running. */
    private static final Set<String> INCIDENTAL = Set.of("CommitCount", "RuleStackState", "UpdateToken");

    static Snapshot of(ObjectNode tenant) {
        SortedMap<String, String> values = new TreeMap<>();
        flatten("Rulestacks", tenant.path("Rulestacks"), values);
        flatten("Firewalls", tenant.path("Firewalls"), values);
        return new Snapshot(values);
    }

    private static void flatten(String path, JsonNode node, SortedMap<String, String> values) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !INCIDENTAL.contains(member.getKey()))
                    .forEach(member -> flatten(path + "/" + member.getKey(), member.getValue(), values));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            node.forEach(element -> flatten(path + "/" + nameOf(element), element, values));
        } else if (node.isArray()) {
            SortedSet<String> elements = new TreeSet<>();
            node.forEach(element -> elements.add(element.asText()));
            values.put(path, elements.toString());
        } else {
            values.put(path, node.asText());
        }
    }

    private static String nameOf(JsonNode element) {
        return IDENTIFIERS.stream()
                .filter(element::has)
                .map(identifier -> element.path(identifier).asText())
                .findFirst()
                .orElseGet(element::toString);
    }

    /** Where the two differ. */
    List<Difference> differencesTo(Snapshot actual) {
        SortedSet<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(actual.values.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Difference difference = new Difference(path, values.get(path), actual.values.get(path));
            if (!Objects.equals(difference.expected(), difference.actual())) {
                differences.add(difference);
            }
        }
        return differences;
    }

    /** The paths that hold a value. */
    List<String> pathsOf(String value) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Null where there is nothing. */
    record Difference(
            String path, @Nullable String expected, @Nullable String actual) {

        @Override
        public String toString() {
            return path + " is " + actual + " instead of " + expected;
        }
    }
}
