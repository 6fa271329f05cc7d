package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a firewall's endpoints are: subnets if the service manages them, availability zones if the customer does. */
final class SubnetMappings {
    private SubnetMappings() {}

    /** Zones come back with name and id, whichever was given. */
    static ArrayNode read(JsonNode given, String mode, String region) {
        Set<JsonNode> mappings = new LinkedHashSet<>();
        for (JsonNode mapping : given) {
            mappings.add(mode.equals("ServiceManaged") ? subnet(mapping) : zone(mapping, region));
        }
        return Json.array(mappings);
    }

    private static JsonNode subnet(JsonNode mapping) {
        if (mapping.path("SubnetId").asText().isEmpty()) {
            throw ApiError.invalid("SubnetMappings of a ServiceManaged firewall need a SubnetId");
        }
        return mapping;
    }

    private static ObjectNode zone(JsonNode mapping, String region) {
        String prefix = zoneIdPrefix(region);
        String name = mapping.path("AvailabilityZone").asText();
        String id = mapping.path("AvailabilityZoneId").asText();
        if (name.isEmpty() && id.isEmpty()) {
            throw ApiError.invalid(
                    "SubnetMappings of a CustomerManaged firewall need an AvailabilityZone or AvailabilityZoneId");
        }
        if (!id.isEmpty() && id.matches(prefix + "[1-9]")) {
            name = region + (char) ('a' + id.charAt(id.length() - 1) - '1');
        } else if (id.isEmpty() && name.matches(region + "[a-i]")) {
            id = prefix + (char) ('1' + name.charAt(name.length() - 1) - 'a');
        } else if (name.isEmpty() || !id.isEmpty()) {
            throw ApiError.invalid("availability zone " + mapping + " is not one of region " + region);
        }
        ObjectNode zone = Json.object().put("AvailabilityZone", name);
        return id.isEmpty() ? zone : zone.put("AvailabilityZoneId", id);
    }

    /** {@code use1-az} for us-east-1, {@code apse2-az} for ap-southeast-2. Guess: zone a is az1, and so on. */
    private static String zoneIdPrefix(String region) {
        String[] parts = region.split("-", -1);
        String direction = parts[parts.length - 2]
                .replace("north", "n")
                .replace("south", "s")
                .replace("east", "e")
                .replace("west", "w")
                .replace("central", "c");
        return parts[0] + direction + parts[parts.length - 1] + "-az";
    }

    /** Removals first: a mapping that stands in both lists stays, as the vendor's SDK needs it. */
    static ArrayNode changed(JsonNode current, ArrayNode removed, ArrayNode added) {
        Set<JsonNode> mappings = new LinkedHashSet<>();
        current.forEach(mappings::add);
        removed.forEach(mappings::remove);
        added.forEach(mappings::add);
        if (mappings.isEmpty()) {
            throw ApiError.invalid("a firewall needs at least one subnet mapping");
        }
        return Json.array(List.copyOf(mappings));
    }
}
