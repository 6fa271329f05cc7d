package com.paloaltonetworks.cloudngfw.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rulestack names in both views.
 *
 * @param nextToken what to ask the next page with; null after the last
 */
public record NamePage(
        List<String> candidate,
        List<String> running,
        List<Change> uncommitted,
        @Nullable String nextToken) {}
