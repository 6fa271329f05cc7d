package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * A firewall of generation V1, as created and as read.
 *
 * @param accountId owner, twelve digits
 * @param endpointMode {@code ServiceManaged} or {@code CustomerManaged}; cannot change, nor can the VPC
 * @param multiVpcEnable customer-managed endpoints only; the vendor's tools also write {@code MultiVpc}
 * @param ruleStackName local rulestack
 * @param linkId link to Panorama or Strata Cloud Manager; its status is {@code Updating} for a while, then {@code Active}
 * @param appIdVersion such as {@code 8433-6838}, chosen by the service at creation
 * @param endpointServiceName read only, {@code Creating} until known
 * @param firewallId read only, as are {@code linkStatus} and {@code softwareVersion}
 */
@Builder(toBuilder = true)
public record Firewall(
        String firewallName,
        @Nullable String accountId,
        @Nullable String vpcId,
        @Nullable String endpointMode,
        @Nullable List<SubnetMapping> subnetMappings,
        @JsonAlias("MultiVpc") @Nullable Boolean multiVpcEnable,
        @Nullable String ruleStackName,
        @Nullable String globalRuleStackName,
        @Nullable String description,
        @Nullable String linkId,
        @Nullable List<Tag> tags,
        @Nullable String appIdVersion,
        @Nullable Boolean automaticUpgradeAppIdVersion,
        @Nullable String endpointServiceName,
        @Nullable String updateToken,
        @Nullable String linkStatus,
        @Nullable String firewallId,
        @Nullable String softwareVersion) {}
