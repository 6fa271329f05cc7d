package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** The platform of a test whose answers are altered on their way. */
record AlteringPlatform(Platform real, UnaryOperator<String> alteration) implements Platform {

    @Override
    public TokenCache tokens() {
        return real.tokens();
    }

    @Override
    public Transport network() {
        return request -> {
            ApiResponse answer = real.network().send(request);
            return new ApiResponse(answer.status(), answer.headers(), alteration.apply(answer.body()));
        };
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
