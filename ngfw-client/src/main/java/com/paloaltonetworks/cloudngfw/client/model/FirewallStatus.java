package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * What a firewall is doing.
 *
 * @param firewallStatus {@code CREATING}, {@code CREATE_COMPLETE}, {@code CREATE_FAIL} and the same for updating and deleting
 * @param failureReason the service's words after a {@code *_FAIL}
 * @param ruleStackStatus {@code Success} and {@code Running} mean pushed, {@code Failed} failed, anything else pending
 */
@Builder(toBuilder = true)
public record FirewallStatus(
        String firewallStatus,
        @Nullable String failureReason,
        @Nullable String ruleStackStatus,
        @Nullable String globalRuleStackStatus,
        @Nullable CommitInfo ruleStackCommitInfo,
        @Nullable CommitInfo globalRuleStackCommitInfo,
        @Nullable List<Attachment> attachments) {}
