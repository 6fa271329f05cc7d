package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands before and after.
 *
 * @param before JSON pointer into the properties that the stack has
 * @param after JSON pointer into the properties that the template wants
 * @param name the innermost named entry around the value; null when there is none
 * @param member pointer from that entry, or from the resource, to the value
 */
record Place(String before, String after, @Nullable String name, String member) {

    static final Place ROOT = new Place("", "", null, "");

    private static final Map<String, String> OBJECTS = Map.of(
            "PrefixLists", "prefix list",
            "FqdnLists", "FQDN list",
            "CustomUrlCategories", "custom URL category",
            "IntelligentFeeds", "intelligent feed",
            "CertificateObjects", "certificate");

    Place member(String child) {
        return new Place(
                Pointers.child(before, child), Pointers.child(after, child), name, Pointers.child(member, child));
    }

    /** An item of the list at this place, which starts a name of its own when it has one. */
    Place item(int indexBefore, int indexAfter, JsonNode item) {
        String itsName = nameOf(item);
        return new Place(
                Pointers.child(before, indexBefore),
                Pointers.child(after, indexAfter),
                itsName == null ? name : itsName,
                itsName == null ? Pointers.child(member, Math.max(indexBefore, indexAfter)) : "");
    }

    private @Nullable String nameOf(JsonNode item) {
        if (item.has("RuleName")) {
            return "rule " + item.path("RuleName").asText() + " ("
                    + (item.path("RuleListType").asText() + " "
                                    + item.path("Priority").asText())
                            .strip()
                    + ")";
        }
        if (item.has("Name")) {
            String kind = after.substring(after.lastIndexOf('/') + 1);
            return OBJECTS.getOrDefault(kind, kind) + " " + item.path("Name").asText();
        }
        return item.has("Key") ? "tag " + item.path("Key").asText() : null;
    }
}
