package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Ints;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares what was written with what was read.
 *
 * <p>What was not written is not compared, and an empty list counts as not written. Lists without order are compared as
 * sets; their items are paired by what identifies them, so that a difference is reported at the leaf that differs. Rules and
 * objects of a rulestack that the template does not name belong to others and are no difference.
 */
final class DriftComparison {

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
        } else if (!ItemPairing.sameValue(expected, actual)) {
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
        int[] partners = ItemPairing.partners(expected, actual);
        for (int i = 0; i < partners.length; i++) {
            String place = Pointers.child(path, i);
            if (partners[i] == ItemPairing.NONE) {
                differences.add(PropertyDifference.removed(place, expected.get(i)));
            } else {
                compare(expected.get(i), actual.get(partners[i]), place);
            }
        }
        if (!SHARED.contains(path)) {
            surplus(partners, actual, path);
        }
    }

    private void surplus(int[] partners, JsonNode actual, String path) {
        int place = partners.length;
        for (int i = 0; i < actual.size(); i++) {
            if (!Ints.contains(partners, i)) {
                differences.add(PropertyDifference.added(Pointers.child(path, place), actual.get(i)));
                place++;
            }
        }
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
