package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * What the custom URL filtering profile does with one predefined category. An entry exists for every category.
 *
 * @param action {@code none} (no override), {@code allow}, {@code alert} or {@code block}
 */
@Builder(toBuilder = true)
public record CategoryAction(
        @Nullable String name,
        @Nullable String action,
        @Nullable String auditComment,
        @Nullable String updateToken) {}
