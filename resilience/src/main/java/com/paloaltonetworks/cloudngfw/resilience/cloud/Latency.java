package com.paloaltonetworks.cloudngfw.resilience.cloud;

import java.time.Duration;

/** How long a request and its answer travel together: something between the two, each time anew. */
public record Latency(Duration least, Duration most) {

    /** Of the service as others measured it: a tenth of a second to over one. */
    public static final Latency USUAL = new Latency(Duration.ofMillis(100), Duration.ofMillis(1200));

    public static Latency of(long millis) {
        return new Latency(Duration.ofMillis(millis), Duration.ofMillis(millis));
    }

    /** One way of the two, by a number in [0, 1). */
    Duration way(double chance) {
        long spread = most.minus(least).toMillis();
        return least.plusMillis(Math.round(spread * chance)).dividedBy(2);
    }
}
