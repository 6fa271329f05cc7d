package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** Addresses and CIDR blocks under one name; their order has no meaning. */
@Builder(toBuilder = true)
public record PrefixList(
        String name,
        @Nullable String description,
        @Nullable List<String> prefixList,
        @Nullable String auditComment,
        @Nullable String updateToken)
        implements RulestackObject {}
