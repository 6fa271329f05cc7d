package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one propertyTransform that our schemas declare: wanted subnets are SubnetMappings with AssociateSubnetMappings and
 * without DisassociateSubnetMappings. Said here in Java instead of JSONata.
 */
final class SubnetTransform {

    private static final List<String> KEYS = List.of("SubnetId", "AvailabilityZone", "AvailabilityZoneId");

    private SubnetTransform() {}

    static void apply(JsonNode schema, ObjectNode properties) {
        if (!schema.path("propertyTransform").has("/properties/SubnetMappings") || !properties.has("SubnetMappings")) {
            return;
        }
        Set<JsonNode> wanted = new LinkedHashSet<>();
        properties.get("SubnetMappings").forEach(wanted::add);
        properties.path("AssociateSubnetMappings").forEach(wanted::add);
        JsonNode leaving = properties.path("DisassociateSubnetMappings");
        ArrayNode left = properties.arrayNode();
        wanted.forEach(mapping -> {
            if (leaving.valueStream().noneMatch(other -> same(mapping, other))) {
                left.add(mapping);
            }
        });
        properties.set("SubnetMappings", left);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return KEYS.stream().anyMatch(key -> one.has(key) && one.get(key).equals(other.get(key)));
    }
}
