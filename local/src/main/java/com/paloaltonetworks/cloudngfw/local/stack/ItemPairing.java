package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Finds the same entry in two lists whose order means nothing, also when the entry is not the same in both. */
public final class ItemPairing {

    /** Stands for "no partner". */
    public static final int NONE = -1;

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

    private ItemPairing() {}

    /** For each item of one list the position of its partner in the other one, or {@link #NONE}; nobody has two partners. */
    public static int[] partners(JsonNode items, JsonNode others) {
        int[] partners = new int[items.size()];
        Arrays.fill(partners, NONE);
        boolean[] taken = new boolean[others.size()];
        for (BiPredicate<JsonNode, JsonNode> same : SAME_ITEM) {
            for (int i = 0; i < partners.length; i++) {
                if (partners[i] == NONE) {
                    partners[i] = take(taken, others, items.get(i), same);
                }
            }
        }
        return partners;
    }

    private static int take(boolean[] taken, JsonNode others, JsonNode wanted, BiPredicate<JsonNode, JsonNode> same) {
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && same.test(wanted, others.get(i))) {
                taken[i] = true;
                return i;
            }
        }
        return NONE;
    }

    private static boolean sameRuleList(JsonNode one, JsonNode other) {
        return !one.has("RuleListType") || same("RuleListType", one, other);
    }

    private static boolean same(String key, JsonNode one, JsonNode other) {
        return one.hasNonNull(key) && other.hasNonNull(key) && sameValue(one.get(key), other.get(key));
    }

    /** Numbers and flags are the same as text too: CloudFormation does not tell them apart. */
    public static boolean sameValue(JsonNode one, JsonNode other) {
        boolean values = one.isValueNode() && other.isValueNode();
        return values ? one.asText().equals(other.asText()) : one.equals(other);
    }
}
