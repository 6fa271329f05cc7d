package com.paloaltonetworks.cloudngfw.local.published;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model that was read holds what was written, as CloudFormation sees it: what was not written does not matter, an
 * empty list is no list, lists are sets.
 */
final class ReadBack {

    private ReadBack() {}

    /** What has to come back: without write-only properties, places as the three lists of subnets come to. */
    static ObjectNode expected(ObjectNode written, List<JsonPointer> writeOnly) {
        ObjectNode expected = written.deepCopy();
        if (written.has("SubnetMappings")) {
            ArrayNode places = expected.putArray("SubnetMappings");
            for (String list : List.of("SubnetMappings", "AssociateSubnetMappings")) {
                written.path(list).forEach(place -> {
                    if (!holds(places, place) && !holds(written.path("DisassociateSubnetMappings"), place)) {
                        places.add(place);
                    }
                });
            }
        }
        writeOnly.forEach(path -> {
            if (expected.at(path.head()) instanceof ObjectNode parent) {
                parent.remove(path.last().getMatchingProperty());
            }
        });
        return expected;
    }

    private static boolean holds(JsonNode list, JsonNode item) {
        return list.valueStream().anyMatch(item::equals);
    }

    /** @param missing gets what is not there: its path, what was written and what was read */
    static boolean holds(JsonNode read, JsonNode written, String path, List<String> missing) {
        int before = missing.size();
        if (written.isObject()) {
            written.properties()
                    .forEach(member -> holds(
                            read.path(member.getKey()), member.getValue(), path + "/" + member.getKey(), missing));
        } else if (written.isArray()) {
            boolean allThere = written.isEmpty() || sameItems(read, written);
            if (!allThere) {
                missing.add(path + ": wrote " + written + ", read " + read);
            }
        } else if (!written.asText().equals(read.asText()) || read.isMissingNode()) {
            missing.add(path + ": wrote " + written + ", read " + read);
        }
        return missing.size() == before;
    }

    private static boolean sameItems(JsonNode read, JsonNode written) {
        return written.size() == read.size()
                && written.valueStream()
                        .allMatch(item ->
                                read.valueStream().anyMatch(other -> holds(other, item, "", new ArrayList<>())));
    }
}
