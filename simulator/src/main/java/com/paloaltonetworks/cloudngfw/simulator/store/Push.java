package com.paloaltonetworks.cloudngfw.simulator.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way of a running configuration to a firewall's devices.
 *
 * @param failure why the devices will refuse it; null if they will not
 */
public record Push(
        Instant startsAt, Instant endsAt, @Nullable String failure) {}
