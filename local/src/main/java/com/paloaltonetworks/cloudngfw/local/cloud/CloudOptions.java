package com.paloaltonetworks.cloudngfw.local.cloud;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a command meets the local cloud.
 *
 * @param seed of everything that chance decides
 * @param realTime whether waiting takes real time
 * @param world a new world for the state; null for the one it has
 * @param ssm SSM values to add to those of the state
 */
public record CloudOptions(
        Path state, long seed, boolean realTime, @Nullable Path world, Map<String, String> ssm) {}
