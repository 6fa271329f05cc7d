package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * What the custom file blocking profile does with one file type. An entry exists for every type; it can only be updated.
 *
 * @param action {@code alert} or {@code block}; {@code continue} may be read
 * @param direction {@code upload}, {@code download} or {@code both}
 */
@Builder(toBuilder = true)
public record FileType(
        @Nullable String fileType,
        @Nullable String action,
        @Nullable String direction,
        @Nullable String description,
        @Nullable String auditComment,
        @Nullable String updateToken) {}
