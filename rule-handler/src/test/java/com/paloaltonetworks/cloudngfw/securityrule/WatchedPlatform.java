package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A platform on whose network somebody listens: before each request is sent, and after it was answered. */
record WatchedPlatform(Platform real, Consumer<ApiRequest> before, Consumer<ApiRequest> after) implements Platform {

    @Override
    public Instant now() {
        return real.now();
    }

    @Override
    public void pause(Duration duration) {
        real.pause(duration);
    }

    @Override
    public double chance() {
        return real.chance();
    }

    @Override
    public TokenCache tokens() {
        return real.tokens();
    }

    @Override
    public Transport network() {
        Transport network = real.network();
        return request -> {
            before.accept(request);
            try {
                return network.send(request);
            } finally {
                after.accept(request);
            }
        };
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return real.inParallel(work);
    }
}
