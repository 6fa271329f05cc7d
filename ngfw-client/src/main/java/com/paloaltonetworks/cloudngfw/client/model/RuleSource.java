package com.paloaltonetworks.cloudngfw.client.model;

import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/** Where the traffic of a rule comes from; an address in any of the lists matches. */
@Builder(toBuilder = true)
public record RuleSource(
        @Nullable List<String> cidrs,
        @Nullable List<String> countries,
        @Nullable List<String> feeds,
        @Nullable List<String> prefixLists) {}
