package com.paloaltonetworks.cloudngfw.ngfw;

import com.fasterxml.jackson.core.type.TypeReference;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template's three lists of mappings come to:
 * {@code (SubnetMappings + AssociateSubnetMappings) - DisassociateSubnetMappings}. The schema's propertyTransform says the
 * same to drift detection.
 *
 * <p>A template may leave SubnetMappings out, when it means the other two lists as commands. Then what the firewall has
 * takes their place, and only what is named for it is taken away.
 */
record WantedMappings(ResourceModel model) {

    /** What a firewall has to be created with. */
    List<SubnetMapping> atCreation() {
        return on(List.of());
    }

    /**
     * The whole of what an existing firewall has to have; empty when the lists leave it nothing.
     *
     * @param found what it has, which also tells the zones' names and ids apart
     */
    List<SubnetMapping> on(List<SubnetMapping> found) {
        List<SubnetMapping> all = new ArrayList<>(named(model.getSubnetMappings(), found));
        if (all.isEmpty()) {
            all.addAll(found);
        }
        all.addAll(named(model.getAssociateSubnetMappings(), found));
        return SubnetChange.without(SubnetChange.distinct(all), named(model.getDisassociateSubnetMappings(), found));
    }

    /** A list of the template in the client's words; an empty name is none. */
    static List<SubnetMapping> read(@Nullable List<?> models) {
        List<SubnetMapping> mappings =
                models == null ? List.of() : Json.mapper().convertValue(models, new TypeReference<>() {});
        return mappings.stream()
                .map(mapping -> new SubnetMapping(
                        orNull(mapping.availabilityZone()),
                        orNull(mapping.availabilityZoneId()),
                        orNull(mapping.subnetId())))
                .toList();
    }

    private static @Nullable String orNull(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }

    /** A zone named in one way only gets its other name from the firewall that has it. */
    private static List<SubnetMapping> named(@Nullable List<?> models, List<SubnetMapping> found) {
        return read(models).stream()
                .map(mapping -> found.stream()
                        .filter(other -> SubnetChange.isSame(mapping, other))
                        .findFirst()
                        .orElse(mapping))
                .toList();
    }
}
