package com.paloaltonetworks.cloudngfw.core.testing;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** A platform whose network somebody listens to, and may change the answers of. */
public record TappedPlatform(Platform real, Tap tap) implements Platform {

    /** Sees each request with its answer; what it returns is what the client gets. */
    @FunctionalInterface
    public interface Tap {
        ApiResponse heard(ApiRequest request, ApiResponse answer);
    }

    @Override
    public Transport network() {
        return request -> tap.heard(request, real.network().send(request));
    }

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
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return real.inParallel(work);
    }
}
