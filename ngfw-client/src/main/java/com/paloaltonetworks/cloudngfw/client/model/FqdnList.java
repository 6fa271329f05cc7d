package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** Host names under one name; their order has no meaning. */
@Builder(toBuilder = true)
public record FqdnList(
        String name,
        @Nullable String description,
        @Nullable List<String> fqdnList,
        @Nullable String auditComment,
        @Nullable String updateToken)
        implements RulestackObject {}
