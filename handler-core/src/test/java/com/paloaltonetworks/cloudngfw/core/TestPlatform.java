package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** A clock that stands still until somebody waits, and the network it is given. */
public final class TestPlatform implements Platform {

    private final TokenCache tokens = new TokenCache();
    private final Transport network;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** Where no call is expected. */
    public TestPlatform() {
        this(request -> {
            throw new AssertionError("no call expected: " + request);
        });
    }

    public TestPlatform(Transport network) {
        this.network = network;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public double chance() {
        return 0.5;
    }

    @Override
    public TokenCache tokens() {
        return tokens;
    }

    @Override
    public Transport network() {
        return network;
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        throw new AssertionError("no parallel work expected");
    }
}
