package com.paloaltonetworks.cloudngfw.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * One output of a stack.
 *
 * @param placeholder whether its value comes from a resource that was recorded, not created
 */
public record StackOutput(
        String key,
        String value,
        @Nullable String description,
        @Nullable String exportName,
        boolean placeholder) {}
