package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was written with what was read.
 *
 * <p>What was not written is not compared, and an empty list counts as not written. Lists without order are compared as
 * sets; their items are paired by what identifies them, so that a difference is reported at the leaf that differs. Rules and
 * objects of a rulestack that the template does not name belong to others and are no difference.
 */
final class DriftComparison {

    /** What tells the items of a list apart, the most telling first. */
    private static final List<BiPredicate<JsonNode, JsonNode>> SAME_ITEM = List.of(
            JsonNode::equals,
            (one, other) -> sameRuleList(one, other) && same("RuleName", one, other),
            (one, other) -> one.has("RuleName") && sameRuleList(one, other) && same("Priority", one, other),
            (one, other) -> same("Name", one, other),
            (one, other) -> same("Key", one, other),
            (one, other) -> same("SubnetId", one, other),
            (one, other) -> same("AvailabilityZone", one, other) || same("AvailabilityZoneId", one, other),
            (one, other) -> same("LogType", one, other) && same("LogDestinationType", one, other),
            (one, other) -> same("LogType", one, other),
            (one, other) -> same("Direction", one, other) && same("FileType", one, other));

    /** Lists that other resources, or people, may share. */
    private static final Set<String> SHARED = Set.of(
            "/RuleList",
            "/SecurityObjects/PrefixLists",
            "/SecurityObjects/FqdnLists",
            "/SecurityObjects/CustomUrlCategories",
            "/SecurityObjects/IntelligentFeeds",
            "/SecurityObjects/CertificateObjects");

    private final ThirdPartyType type;
    private final List<PropertyDifference> differences = new ArrayList<>();

    DriftComparison(ThirdPartyType type) {
        this.type = type;
    }

    List<PropertyDifference> differences(ObjectNode expected, ObjectNode actual) {
        compare(expected, actual, "");
        return List.copyOf(differences);
    }

    private void compare(JsonNode expected, JsonNode actual, String path) {
        if (isNothing(expected)) {
            return; // as if it had not been written
        }
        if (isAbsent(actual)) {
            differences.add(PropertyDifference.removed(path, expected));
        } else if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            member.getValue(), actual.path(member.getKey()), Pointers.child(path, member.getKey())));
        } else if (expected.isArray() && actual.isArray()) {
            if (type.isUnordered(path)) {
                set(expected, actual, path);
            } else {
                list(expected, actual, path);
            }
        } else if (!sameValue(expected, actual)) {
            differences.add(PropertyDifference.unequal(path, expected, actual));
        }
    }

    private void list(JsonNode expected, JsonNode actual, String path) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String place = Pointers.child(path, i);
            if (i >= expected.size()) {
                differences.add(PropertyDifference.added(place, actual.get(i)));
            } else {
                compare(expected.get(i), actual.path(i), place);
            }
        }
    }

    private void set(JsonNode expected, JsonNode actual, String path) {
        JsonNode[] partners = new JsonNode[expected.size()];
        List<JsonNode> free = new ArrayList<>();
        actual.forEach(free::add);
        for (BiPredicate<JsonNode, JsonNode> same : SAME_ITEM) {
            for (int i = 0; i < partners.length; i++) {
                if (partners[i] == null) {
                    partners[i] = take(free, expected.get(i), same);
                }
            }
        }
        for (int i = 0; i < partners.length; i++) {
            String place = Pointers.child(path, i);
            if (partners[i] == null) {
                differences.add(PropertyDifference.removed(place, expected.get(i)));
            } else {
                compare(expected.get(i), partners[i], place);
            }
        }
        for (int i = 0; i < free.size() && !SHARED.contains(path); i++) {
            differences.add(PropertyDifference.added(Pointers.child(path, expected.size() + i), free.get(i)));
        }
    }

    private static @Nullable JsonNode take(List<JsonNode> free, JsonNode wanted, BiPredicate<JsonNode, JsonNode> same) {
        for (int i = 0; i < free.size(); i++) {
            if (same.test(wanted, free.get(i))) {
                return free.remove(i);
            }
        }
        return null;
    }

    private static boolean sameRuleList(JsonNode one, JsonNode other) {
        return !one.has("RuleListType") || same("RuleListType", one, other);
    }

    private static boolean same(String key, JsonNode one, JsonNode other) {
        return one.hasNonNull(key) && other.hasNonNull(key) && sameValue(one.get(key), other.get(key));
    }

    private static boolean sameValue(JsonNode one, JsonNode other) {
        boolean values = one.isValueNode() && other.isValueNode();
        return values ? one.asText().equals(other.asText()) : one.equals(other);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** The service keeps no empty lists, and shows its default where one was written. */
    private static boolean isNothing(JsonNode value) {
        return isAbsent(value)
                || (value.isContainerNode() && value.valueStream().allMatch(DriftComparison::isNothing));
    }
}
