package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Platform;
import java.time.Duration;
import java.time.Instant;

/**
 * The time one invocation has. CloudFormation waits 60 seconds (30 for READ and LIST) and then invokes again while the first
 * may still run; stopping to start new work at 25 seconds leaves room for the calls under way.
 */
public final class Budget {

    private static final Duration WHOLE = Duration.ofSeconds(25);
    private static final Duration READING = Duration.ofSeconds(12);

    /** A slow call of seven seconds, begun before, ends within the 45 that no invocation may pass. */
    private static final Duration LAST_CALL = Duration.ofSeconds(37);

    private final Platform platform;
    private final Instant began;
    private final Duration lastCall;

    private Budget(Platform platform, Duration lastCall) {
        this.platform = platform;
        this.began = platform.now();
        this.lastCall = lastCall;
    }

    /** Of an invocation that changes something. */
    public Budget(Platform platform) {
        this(platform, LAST_CALL);
    }

    /** Of a READ or LIST, whose answer is waited for half as long. */
    public static Budget ofReading(Platform platform) {
        return new Budget(platform, WHOLE);
    }

    /** Whether no new work should be started. */
    public boolean isSpent() {
        return used().compareTo(WHOLE) >= 0;
    }

    /** Whether there is no time even for the one call without which this invocation would have achieved nothing. */
    public boolean isOver() {
        return used().compareTo(lastCall) >= 0;
    }

    /** Whether enough is left to read a whole resource. */
    public boolean allowsReading() {
        return used().compareTo(READING) < 0;
    }

    private Duration used() {
        return Duration.between(began, platform.now());
    }
}
