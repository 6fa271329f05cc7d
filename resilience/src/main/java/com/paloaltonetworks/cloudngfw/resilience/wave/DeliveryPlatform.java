package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A container as one invocation sees it: its requests tell whose they are. */
record DeliveryPlatform(Platform container, Delivery delivery) implements Platform {

    /** Shorter values are no secrets. */
    private static final int SECRET = 20;

    @Override
    public Transport network() {
        Transport network = container.network();
        return request -> {
            delivery.asks(request);
            ApiResponse answer = network.send(labelled(request));
            delivery.hears(request, answer);
            return answer;
        };
    }

    private ApiRequest labelled(ApiRequest request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.forEach((name, value) -> {
            if (isSecret(name) && value.length() > SECRET) {
                delivery.secrets().add(value);
            }
        });
        headers.put(Delivery.HEADER, String.valueOf(delivery.number()));
        return new ApiRequest(request.method(), request.uri(), headers, request.body());
    }

    private static boolean isSecret(String header) {
        return header.equalsIgnoreCase("Authorization")
                || header.equalsIgnoreCase("x-api-key")
                || header.equalsIgnoreCase("X-Amz-Security-Token");
    }

    @Override
    public Instant now() {
        return container.now().plus(delivery.clockError());
    }

    @Override
    public void pause(Duration duration) {
        container.pause(duration);
    }

    @Override
    public double chance() {
        return container.chance();
    }

    @Override
    public TokenCache tokens() {
        return container.tokens();
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return container.inParallel(work);
    }
}
