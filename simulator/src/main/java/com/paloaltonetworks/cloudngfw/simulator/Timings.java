package com.paloaltonetworks.cloudngfw.simulator;

import java.time.Duration;
import lombok.With;

/**
 * How long the service takes. State is derived from the clock at each call; nothing here makes the simulator wait.
 *
 * @param latency how long one call takes; spent by whoever carries the calls, not by the simulator
 */
@With
public record Timings(
        Duration latency,
        Duration commit,
        Duration validate,
        Duration firewallCreate,
        Duration firewallUpdate,
        Duration firewallDelete,
        Duration devicePush) {
    public static Timings standard() {
        return new Timings(
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(720),
                Duration.ofSeconds(120),
                Duration.ofSeconds(300),
                Duration.ofSeconds(20));
    }
}
