package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * URLs under one name.
 *
 * @param action {@code none}, {@code allow}, {@code alert} or {@code block}
 */
@Builder(toBuilder = true)
public record CustomUrlCategory(
        String name,
        @Nullable String description,
        @JsonProperty("URLTargets") @Nullable List<String> urlTargets,
        @Nullable String action,
        @Nullable String auditComment,
        @Nullable String updateToken)
        implements RulestackObject {}
