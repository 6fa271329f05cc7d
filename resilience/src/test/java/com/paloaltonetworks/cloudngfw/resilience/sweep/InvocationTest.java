package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.executor.SchedulerPlatform;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Invocation.ProcessDied;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class InvocationTest {

    private final VirtualScheduler scheduler = new VirtualScheduler(1, Instant.EPOCH);
    private final List<String> arrived = new ArrayList<>();
    private final SchedulerPlatform container = new SchedulerPlatform(
            scheduler,
            request -> {
                arrived.add(request.uri().getPath());
                return new ApiResponse(200, Map.of(), "{}");
            },
            Duration.ofMillis(200));
    private final Invocation invocation = new Invocation(1, container, new TokenCache(), (process, request, wire) -> {
        ApiResponse answer = wire.send(request);
        if (request.uri().getPath().equals("/3")) {
            process.die();
        }
        return answer;
    });

    @Test
    void afterItsDeathNothingLeavesAProcessNotEvenFromItsOtherThreads() {
        List<Callable<ApiResponse>> requests = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            String path = "/" + number;
            requests.add(() -> invocation
                    .network()
                    .send(new ApiRequest("GET", URI.create("https://api.example.com" + path), Map.of(), "")));
        }
        scheduler.run(activities ->
                assertThatThrownBy(() -> invocation.inParallel(requests)).isInstanceOf(ProcessDied.class));
        assertThat(arrived)
                .as("eight at a time are on their way")
                .hasSizeLessThanOrEqualTo(16)
                .contains("/3");
        assertThatThrownBy(() -> invocation.pause(Duration.ZERO)).isInstanceOf(ProcessDied.class);
    }
}
