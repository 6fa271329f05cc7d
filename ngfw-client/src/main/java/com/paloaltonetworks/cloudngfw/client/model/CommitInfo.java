package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * How the last push of a rulestack to a firewall's devices went.
 *
 * @param commitTs the service's own time text
 */
@Builder(toBuilder = true)
public record CommitInfo(
        @Nullable List<String> commitMessages,
        @JsonProperty("CommitTS") @Nullable String commitTs) {}
