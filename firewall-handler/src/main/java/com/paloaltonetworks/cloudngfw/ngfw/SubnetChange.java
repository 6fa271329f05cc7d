package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mappings to add to a firewall and to take from it. Two mappings are the same place when the most exact member
 * that both have is equal: the service may answer with both id and name of a zone, whichever was sent.
 */
record SubnetChange(List<SubnetMapping> associate, List<SubnetMapping> disassociate) {

    /** The most exact first. */
    private static final List<Function<SubnetMapping, @Nullable String>> MEMBERS =
            List.of(SubnetMapping::subnetId, SubnetMapping::availabilityZoneId, SubnetMapping::availabilityZone);

    static SubnetChange between(List<SubnetMapping> found, List<SubnetMapping> wanted) {
        return new SubnetChange(sent(without(wanted, found)), sent(without(found, wanted)));
    }

    boolean isEmpty() {
        return associate.isEmpty() && disassociate.isEmpty();
    }

    static List<SubnetMapping> orNone(@Nullable List<SubnetMapping> mappings) {
        return mappings == null ? List.of() : mappings;
    }

    static List<SubnetMapping> without(List<SubnetMapping> mappings, List<SubnetMapping> others) {
        return mappings.stream().filter(mapping -> !isAmong(mapping, others)).toList();
    }

    static List<SubnetMapping> distinct(List<SubnetMapping> mappings) {
        List<SubnetMapping> distinct = new ArrayList<>();
        mappings.stream().filter(mapping -> !isAmong(mapping, distinct)).forEach(distinct::add);
        return distinct;
    }

    static boolean isAmong(SubnetMapping mapping, List<SubnetMapping> others) {
        return others.stream().anyMatch(other -> isSame(mapping, other));
    }

    static boolean isSame(SubnetMapping one, SubnetMapping other) {
        for (Function<SubnetMapping, @Nullable String> member : MEMBERS) {
            String name = member.apply(one);
            if (name != null && member.apply(other) != null) {
                return name.equals(member.apply(other));
            }
        }
        return false;
    }

    /** The service wants one member only: the subnet, else the zone's id rather than its name. */
    private static List<SubnetMapping> sent(List<SubnetMapping> mappings) {
        return mappings.stream().map(SubnetChange::sent).toList();
    }

    private static SubnetMapping sent(SubnetMapping mapping) {
        if (mapping.subnetId() != null) {
            return new SubnetMapping(null, null, mapping.subnetId());
        }
        return mapping.availabilityZoneId() == null
                ? mapping
                : new SubnetMapping(null, mapping.availabilityZoneId(), null);
    }
}
