package com.paloaltonetworks.cloudngfw.core.testing;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** A platform with another network. */
record RewiredPlatform(Platform platform, Transport network) implements Platform {

    @Override
    public Instant now() {
        return platform.now();
    }

    @Override
    public void pause(Duration duration) {
        platform.pause(duration);
    }

    @Override
    public double chance() {
        return platform.chance();
    }

    @Override
    public TokenCache tokens() {
        return platform.tokens();
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return platform.inParallel(work);
    }
}
