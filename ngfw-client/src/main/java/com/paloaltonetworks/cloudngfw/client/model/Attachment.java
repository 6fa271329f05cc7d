package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of a firewall.
 *
 * @param status {@code ACCEPTED}, {@code PENDING} or {@code REJECTED}
 */
@Builder(toBuilder = true)
public record Attachment(
        @Nullable String endpointId,
        @Nullable String status,
        @Nullable String rejectedReason,
        @Nullable String subnetId,
        @Nullable String vpcId,
        @Nullable String accountId) {}
