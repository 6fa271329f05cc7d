package com.paloaltonetworks.cloudngfw.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.Endpoint;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import lombok.Builder;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** What an account and Region set once for all resources of a type. Every member may be missing; so may the whole. */
@Builder
public record TypeConfiguration(
        @JsonProperty("RoleArn") @Nullable String roleArn,
        @JsonProperty("FirewallAdminRoleArn") @Nullable String firewallAdminRoleArn,
        @JsonProperty("RulestackAdminRoleArn") @Nullable String rulestackAdminRoleArn,

        @JsonProperty("GlobalRulestackAdminRoleArn") @Nullable
        String globalRulestackAdminRoleArn,

        @JsonProperty("ApiEndpoint") @Nullable String apiEndpoint,
        @JsonProperty("StsEndpoint") @Nullable String stsEndpoint,
        @JsonProperty("CommitMode") @Nullable String commitMode,
        @JsonProperty("CommitForeignChanges") @Nullable Boolean commitForeignChanges) {

    public static final TypeConfiguration NONE = TypeConfiguration.builder().build();

    /** The roles to assume, by admin kind; a missing kind signs with the execution role itself. */
    public Map<AdminKind, String> roles() {
        Map<AdminKind, String> roles = new EnumMap<>(AdminKind.class);
        putFirst(roles, AdminKind.FIREWALL, firewallAdminRoleArn);
        putFirst(roles, AdminKind.RULESTACK, rulestackAdminRoleArn);
        putFirst(roles, AdminKind.GLOBAL_RULESTACK, globalRulestackAdminRoleArn);
        return roles;
    }

    /** Where the service is; null for the Region's own place. */
    @Nullable
    URI api() {
        return endpoint("ApiEndpoint", apiEndpoint);
    }

    /** Where STS is; null for the Region's own. */
    @Nullable
    URI sts() {
        return endpoint("StsEndpoint", stsEndpoint);
    }

    /** @throws Refusal for what no request with credentials may go to */
    private static @Nullable URI endpoint(String member, @Nullable String url) {
        try {
            return url == null ? null : Endpoint.parse(url);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HandlerErrorCode.InvalidTypeConfiguration, member + " in the type configuration " + e.getMessage());
        }
    }

    private void putFirst(Map<AdminKind, String> roles, AdminKind kind, @Nullable String special) {
        String role = special == null ? roleArn : special;
        if (role != null) {
            roles.put(kind, role);
        }
    }

    /** Whether somebody else commits: success then means "in the candidate". */
    public boolean commitsByHand() {
        return "Manual".equalsIgnoreCase(commitMode);
    }

    public boolean mayCommitForeignChanges() {
        return Boolean.TRUE.equals(commitForeignChanges);
    }
}
