package com.paloaltonetworks.cloudngfw.client;

import org.jspecify.annotations.Nullable;

/**
 * Whether the tenant lets programs in.
 *
 * @param maxExpiryTime longest token lifetime in minutes
 */
public record ProgrammaticAccess(boolean enabled, @Nullable Integer maxExpiryTime) {}
