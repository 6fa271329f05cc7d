package com.paloaltonetworks.cloudngfw.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * What an update has decided for one resource, before it does it.
 *
 * @param before the resource as it is; null when there is none to go on from
 * @param wanted the resource as the template wants it; null when it goes
 * @param tagsReachIt whether the tags of the stack change and the type takes them
 */
public record Decision(
        ResourceChange change,
        @Nullable StackResource before,
        @Nullable StackResource wanted,
        boolean tagsReachIt) {}
