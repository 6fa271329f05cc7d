package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the three lists of mappings. */
final class MappingProblems {

    private final ResourceModel model;
    private final List<SubnetMapping> mappings;
    private final List<SubnetMapping> associated;
    private final List<SubnetMapping> disassociated;
    private final List<Problem> problems = new ArrayList<>();

    MappingProblems(ResourceModel model) {
        this.model = model;
        this.mappings = WantedMappings.read(model.getSubnetMappings());
        this.associated = WantedMappings.read(model.getAssociateSubnetMappings());
        this.disassociated = WantedMappings.read(model.getDisassociateSubnetMappings());
    }

    List<Problem> all() {
        checkSum();
        checkPlaces("/SubnetMappings", mappings);
        checkPlaces("/AssociateSubnetMappings", associated);
        checkPlaces("/DisassociateSubnetMappings", disassociated);
        checkZones("/SubnetMappings", mappings);
        checkZones("/AssociateSubnetMappings", associated);
        return List.copyOf(problems);
    }

    /** Without SubnetMappings the other lists change what the firewall has, which is for the service to know. */
    private void checkSum() {
        if (mappings.isEmpty() && associated.isEmpty() && disassociated.isEmpty()) {
            add(Problem.at("/SubnetMappings", null, "is needed").mend("name at least one subnet or availability zone"));
        }
        if (!mappings.isEmpty() && new WantedMappings(model).atCreation().isEmpty()) {
            add(Problem.at("/SubnetMappings", null, "leaves the firewall no place")
                    .mend("name at least one that DisassociateSubnetMappings does not take out"));
        }
    }

    private void checkPlaces(String path, List<SubnetMapping> places) {
        for (int index = 0; index < places.size(); index++) {
            checkPlace(path + "/" + index, places.get(index));
        }
    }

    /** Name and id of one zone may stand together, as the service gives them back. */
    private void checkPlace(String path, SubnetMapping mapping) {
        String zone = zone(mapping);
        String subnet = mapping.subnetId();
        boolean serviceManaged = "ServiceManaged".equals(model.getEndpointMode());
        if (zone == null && subnet == null) {
            add(Problem.at(path, null, "names neither a subnet nor a zone")
                    .mend(serviceManaged ? "give it a SubnetId" : "give it an AvailabilityZone or AvailabilityZoneId"));
        } else if (serviceManaged && subnet == null) {
            add(Problem.at(path, zone, "needs a SubnetId, because EndpointMode is ServiceManaged")
                    .mend("name the subnet in that zone; zones are for CustomerManaged endpoints"));
        } else if ("CustomerManaged".equals(model.getEndpointMode()) && zone == null) {
            add(Problem.at(
                            path,
                            subnet,
                            "needs an AvailabilityZone or AvailabilityZoneId, because EndpointMode is CustomerManaged")
                    .mend("name the zone of that subnet; subnets are for ServiceManaged endpoints"));
        } else if (zone != null && subnet != null) {
            add(Problem.at(
                            path,
                            subnet + " and " + zone,
                            "names both a subnet and a zone; the service takes one of them")
                    .mend("leave out the " + (serviceManaged ? "zone" : "SubnetId")));
        }
    }

    private static @Nullable String zone(SubnetMapping mapping) {
        return mapping.availabilityZone() == null ? mapping.availabilityZoneId() : mapping.availabilityZone();
    }

    /** Which name belongs to which id differs between accounts, so that a zone to leave has to be named as it was before. */
    private void checkZones(String path, List<SubnetMapping> places) {
        for (int index = 0; index < disassociated.size(); index++) {
            SubnetMapping left = disassociated.get(index);
            if (places.stream().anyMatch(place -> isNamedOtherwise(left, place))) {
                add(Problem.at(
                                "/DisassociateSubnetMappings/" + index,
                                zone(left),
                                "names its zone in another way than " + path
                                        + ", so that nobody can tell if it is one of those")
                        .mend("name zones in all three lists by AvailabilityZone, or in all by AvailabilityZoneId"));
            }
        }
    }

    private static boolean isNamedOtherwise(SubnetMapping one, SubnetMapping other) {
        return zone(one) != null
                && zone(other) != null
                && !isNamedLike(one.availabilityZone(), other.availabilityZone())
                && !isNamedLike(one.availabilityZoneId(), other.availabilityZoneId());
    }

    private static boolean isNamedLike(@Nullable String one, @Nullable String other) {
        return one != null && other != null;
    }

    private void add(Problem problem) {
        problems.add(problem);
    }
}
