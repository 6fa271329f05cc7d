package com.paloaltonetworks.cloudngfw.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A world whose clock moves only by pauses, whose dice always show the same, and whose network is a lambda. */
final class FakePlatform implements Platform {

    private final TokenCache tokens = new TokenCache();

    final List<Duration> pauses = new ArrayList<>();
    final List<ApiRequest> requests = new ArrayList<>();
    private final Transport network;
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    FakePlatform(Transport network) {
        this.network = network;
    }

    /** A network that gives these answers in this order, the last one for ever. */
    static FakePlatform answering(ApiResponse... answers) {
        List<ApiResponse> left = new ArrayList<>(List.of(answers));
        return new FakePlatform(request -> left.size() > 1 ? left.remove(0) : left.get(0));
    }

    static ApiResponse answer(int status, String body) {
        return new ApiResponse(status, Map.of(), body);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        pass(duration);
    }

    @Override
    public double chance() {
        return 1.0 - Math.ulp(1.0);
    }

    @Override
    public TokenCache tokens() {
        return tokens;
    }

    @Override
    public Transport network() {
        return request -> {
            requests.add(request);
            return network.send(request);
        };
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        throw new UnsupportedOperationException("the client starts nothing in parallel by itself");
    }
}
