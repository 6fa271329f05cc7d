package com.paloaltonetworks.cloudngfw.local.template;

import org.jspecify.annotations.Nullable;

/**
 * A name that a value mentions.
 *
 * @param name of a resource, a parameter or a pseudo parameter
 * @param attribute of the resource; null for a Ref
 * @param path where it stands
 */
public record Reference(String name, @Nullable String attribute, String path) {}
