package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the tenant holds, as path to value: {@code Rulestacks/edge/Running/Rules/LocalRule/10/RuleEntry/Action}.
 * Elements of lists go by what identifies them, so that a path means the same in every snapshot.
 */
record Snapshot(SortedMap<String, String> values) {

    /** Elements are called by the first of these that they have. */
    private static final List<String> IDENTIFIERS =
            List.of("FirewallName", "RuleStackName", "Priority", "Name", "FileType", "Key", "SubnetId", "LogType");

    /** What says how often or when something was done, or only repeats the difference between candidate and running. */
    private static final Set<String> INCIDENTAL =
            Set.of("CommitCount", "RuleStackState", "UpdateToken", "CommitTS", "Requests");

    /** A file type cannot be removed; one that was put back to what the service has from the start is as good as absent. */
    private static final Map<String, String> RESTORED =
            Map.of("AuditComment", "restored to the default", "Action", "alert", "Direction", "both");

    /** Of a tenant, or of a resource's model. */
    static Snapshot of(JsonNode document) {
        SortedMap<String, String> values = new TreeMap<>();
        flatten("", document, values);
        return new Snapshot(values);
    }

    private static void flatten(String path, JsonNode node, SortedMap<String, String> values) {
        if (RESTORED.entrySet().stream()
                .allMatch(each -> node.path(each.getKey()).asText().equals(each.getValue()))) {
            return;
        }
        if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !INCIDENTAL.contains(member.getKey()))
                    .forEach(member -> flatten(below(path, member.getKey()), member.getValue(), values));
        } else if (node.isArray() && node.path(0).isObject()) {
            node.forEach(element -> flatten(below(path, nameOf(element)), element, values));
        } else if (node.isArray() && !node.isEmpty()) {
            SortedSet<String> elements = new TreeSet<>();
            node.forEach(element -> elements.add(element.asText()));
            values.put(path, elements.toString());
        } else if (!node.isArray() && !node.isNull()) {
            values.put(path, settled(node.asText()));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Whether a firewall was last created or updated makes no difference once it is ready. */
    private static String settled(String value) {
        return value.equals("CREATE_COMPLETE") || value.equals("UPDATE_COMPLETE") ? "COMPLETE" : value;
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

    /** All that decides about traffic or shows to others: everything but drafts. */
    Snapshot inForce() {
        return without(path -> path.contains("/Candidate/"));
    }

    boolean holdsAnything(String below) {
        return values.keySet().stream().anyMatch(path -> path.startsWith(below));
    }

    /** The rest. */
    Snapshot without(Predicate<String> paths) {
        SortedMap<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeIf(paths);
        return new Snapshot(rest);
    }

    /** Null where there is nothing. */
    record Difference(
            String path,
            @Nullable String expected,
            @Nullable String actual) {

        @Override
        public String toString() {
            return path + " is " + actual + " instead of " + expected;
        }
    }
}
