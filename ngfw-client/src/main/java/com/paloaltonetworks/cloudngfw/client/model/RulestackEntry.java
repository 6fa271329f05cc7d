package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a rulestack itself, without its rules and objects. An update replaces the whole entry.
 *
 * @param scope {@code Local} or {@code Global}; cannot change
 * @param accountId owner, twelve digits; the caller's when absent
 * @param minAppIdVersion such as {@code 8433-6838}
 * @param lookupXForwardedFor {@code SecurityPolicy} or {@code None}
 * @param updateToken when sent, the update is refused as STALE unless it is the latest; absent, the last writer wins
 */
@Builder(toBuilder = true)
public record RulestackEntry(
        @Nullable String scope,
        @Nullable String accountId,
        @Nullable String accountGroup,
        @Nullable String description,
        @Nullable String minAppIdVersion,
        @Nullable String lookupXForwardedFor,
        @Nullable Profiles profiles,
        @Nullable String updateToken) {}
