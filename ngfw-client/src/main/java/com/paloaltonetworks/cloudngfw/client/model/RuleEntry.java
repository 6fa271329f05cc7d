package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * A security rule. Its key, list and priority, stands beside it; an update replaces the whole entry.
 *
 * @param protocol {@code application-default}, {@code any}, or one such as {@code TCP:80}
 * @param protPortList such as {@code TCP:443} or {@code TCP:80-90}; an alternative to the protocol
 * @param auditComment goes to the service's audit log
 * @param action {@code Allow}, {@code DenySilent}, {@code DenyResetServer} or {@code DenyResetBoth}
 * @param inboundInspectionCertificate name of a certificate object, with inbound inspection only
 * @param updateToken when sent, the update is refused as STALE unless it is the latest
 */
@Builder(toBuilder = true)
public record RuleEntry(
        String ruleName,
        @Nullable String description,
        @Nullable Boolean enabled,
        @Nullable RuleSource source,
        @Nullable Boolean negateSource,
        @Nullable RuleDestination destination,
        @Nullable Boolean negateDestination,
        @Nullable List<String> applications,
        @Nullable UrlCategory category,
        @Nullable String protocol,
        @Nullable List<String> protPortList,
        @Nullable String auditComment,
        @Nullable String action,
        @Nullable Boolean logging,
        @Nullable String decryptionRuleType,
        @Nullable String inboundInspectionCertificate,
        @Nullable List<Tag> tags,
        @Nullable String updateToken) {}
