package com.paloaltonetworks.cloudngfw.local.type;

import com.paloaltonetworks.cloudngfw.executor.Request;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one resource.
 *
 * @param physicalId of the resource; null before it is created
 * @param generation counts the physical resources that one logical resource has had, from 0
 */
public record Operation(Request request, @Nullable String physicalId, int generation) {}
