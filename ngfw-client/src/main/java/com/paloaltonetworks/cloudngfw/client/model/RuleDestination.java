package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** Where the traffic of a rule goes to; an address in any of the lists matches. */
@Builder(toBuilder = true)
public record RuleDestination(
        @Nullable List<String> cidrs,
        @Nullable List<String> countries,
        @Nullable List<String> feeds,
        @Nullable List<String> prefixLists,
        @Nullable List<String> fqdnLists) {}
