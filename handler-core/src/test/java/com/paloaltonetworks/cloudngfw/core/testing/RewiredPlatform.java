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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A platform with something of a test's own on its network. */
public record RewiredPlatform(Platform real, UnaryOperator<Transport> wiring) implements Platform {

    /** The body of each answer is altered on its way. */
    public static Platform altering(Platform real, UnaryOperator<String> alteration) {
        return new RewiredPlatform(real, network -> request -> {
            ApiResponse answer = network.send(request);
            return new ApiResponse(answer.status(), answer.headers(), alteration.apply(answer.body()));
        });
    }

    /** Somebody sees each request with its answer, and says what the client gets. */
    public static Platform hearing(Platform real, BiFunction<ApiRequest, ApiResponse, ApiResponse> listener) {
        return new RewiredPlatform(real, network -> request -> listener.apply(request, network.send(request)));
    }

    /** Somebody listens: before each request is sent, and after it was answered or failed. */
    public static Platform watching(Platform real, Consumer<ApiRequest> before, Consumer<ApiRequest> after) {
        return new RewiredPlatform(real, network -> request -> {
            before.accept(request);
            try {
                return network.send(request);
            } finally {
                after.accept(request);
            }
        });
    }

    @Override
    public Transport network() {
        return wiring.apply(real.network());
    }

    @Override
    public TokenCache tokens() {
        return real.tokens();
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
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return real.inParallel(work);
    }
}
