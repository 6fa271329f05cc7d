package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** A place of a firewall endpoint: a subnet of ours for a service-managed one, else an availability zone by name or id. */
@Builder(toBuilder = true)
public record SubnetMapping(
        @Nullable String availabilityZone,
        @Nullable String availabilityZoneId,
        @Nullable String subnetId) {}
