package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The wire without a socket: the simulator is called by the thread of whoever sends. A request waits on its way there and on
 * its way back, and others go on meanwhile.
 */
final class ServiceWire implements Transport {

    private final Function<Call, Answer> service;
    private final Scheduler scheduler;
    private final Latency latency;

    ServiceWire(Function<Call, Answer> service, Scheduler scheduler, Latency latency) {
        this.service = service;
        this.scheduler = scheduler;
        this.latency = latency;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        scheduler.sleep(latency.way(scheduler.chance()));
        Answer answer = service.apply(call(request));
        scheduler.sleep(latency.way(scheduler.chance()).plus(answer.delay()));
        if (answer.dropped()) {
            throw new NgfwException(
                    Kind.NETWORK, request.method() + " " + request.uri().getPath() + ": no answer");
        }
        Map<String, String> headers = new HashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new ApiResponse(answer.status(), headers, answer.body());
    }

    private static Call call(ApiRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Host", List.of(request.uri().getAuthority()));
        return new Call(
                request.method(),
                request.uri().getRawPath(),
                request.uri().getRawQuery(),
                headers,
                request.body().getBytes(StandardCharsets.UTF_8));
    }
}
