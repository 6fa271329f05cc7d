package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** Where a firewall's logs and metrics go. In force at once, no commit needed; a write replaces all of it. */
@Builder(toBuilder = true)
public record LogProfile(
        @Nullable String accountId,
        @Nullable List<LogDestinationConfig> logDestinationConfigs,
        @Nullable String cloudWatchMetricNamespace,
        @Nullable List<String> cloudWatchMetricsFields,
        @Nullable Boolean advancedThreatLog) {}
