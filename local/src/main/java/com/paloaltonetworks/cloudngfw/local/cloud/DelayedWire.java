package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Spends the time of answers that the simulator delays, on the scheduler of the caller: the simulator's own threads know no
 * virtual time. On a virtual clock one request is under way at a time, so a delay always belongs to the answer that just came.
 */
final class DelayedWire implements Transport {

    private final Transport wire;
    private final Scheduler scheduler;
    private final AtomicReference<Duration> pending = new AtomicReference<>(Duration.ZERO);

    DelayedWire(Transport wire, Scheduler scheduler) {
        this.wire = wire;
        this.scheduler = scheduler;
    }

    /** The simulator has delayed an answer. */
    void delay(Duration duration) {
        pending.accumulateAndGet(duration, Duration::plus);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse answer = wire.send(request);
        Duration delay = pending.getAndSet(Duration.ZERO);
        if (!delay.isZero()) {
            scheduler.sleep(delay);
        }
        return answer;
    }
}
