package com.paloaltonetworks.cloudngfw.core.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.client.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service each of whose answers takes long (STS, which is not its own, is as quick as ever), and a stopwatch on the invocations that have to do with it. */
public final class SlowService {

    private final Duration delay;
    private final List<Duration> invocations = new CopyOnWriteArrayList<>();

    public SlowService(Duration delay) {
        this.delay = delay;
    }

    /** In containers that have no token yet, which the service is as slow to give. */
    public Function<Platform, RequestStreamHandler> handling(
            Function<Platform, ? extends RequestStreamHandler> wrappers) {
        return platform -> {
            Platform slow = new RewiredPlatform(platform, network -> request -> {
                if (request.uri().getPath().contains("/v1/")) {
                    platform.pause(delay);
                }
                return network.send(request);
            });
            RequestStreamHandler wrapper = wrappers.apply(slow);
            return (input, output, context) -> {
                Instant began = platform.now();
                wrapper.handleRequest(input, output, context);
                invocations.add(Duration.between(began, platform.now()));
            };
        };
    }

    /** How long the longest invocation took. */
    public Duration longest() {
        return Collections.max(invocations);
    }
}
