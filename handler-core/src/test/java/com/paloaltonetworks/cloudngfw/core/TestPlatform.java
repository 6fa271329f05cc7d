package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** A clock that stands still until it is told otherwise, and no network. */
public final class TestPlatform implements Platform {

    private final TokenCache tokens = new TokenCache();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

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
        return request -> {
            throw new AssertionError("no call expected: " + request);
        };
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        throw new AssertionError("no parallel work expected");
    }
}
