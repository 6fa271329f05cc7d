package com.paloaltonetworks.cloudngfw.executor;

import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Lets handlers live on a scheduler's clock; one of them is one container. */
public final class SchedulerPlatform implements Platform {

    private final Scheduler scheduler;
    private final Transport network;
    private final TokenCache tokens = new TokenCache();

    /** @param network lets its requests travel on the scheduler by itself */
    public SchedulerPlatform(Scheduler scheduler, Transport network) {
        this.scheduler = scheduler;
        this.network = network;
    }

    /** @param latency from sending a request to its answer, half of it on each way */
    public SchedulerPlatform(Scheduler scheduler, Transport wire, Duration latency) {
        this(scheduler, travelling(wire, scheduler, latency.dividedBy(2)));
    }

    private static Transport travelling(Transport wire, Scheduler scheduler, Duration way) {
        return request -> {
            scheduler.sleep(way);
            ApiResponse answer = wire.send(request);
            scheduler.sleep(way);
            return answer;
        };
    }

    @Override
    public Instant now() {
        return scheduler.now();
    }

    @Override
    public void pause(Duration duration) {
        scheduler.sleep(duration);
    }

    @Override
    public double chance() {
        return scheduler.chance();
    }

    @Override
    public Transport network() {
        return network;
    }

    @Override
    public TokenCache tokens() {
        return tokens;
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return scheduler.inParallel(work);
    }
}
