package com.paloaltonetworks.cloudngfw.executor;

import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Lets handlers live on a scheduler's clock, each of their requests travelling for a given time. */
public final class SchedulerPlatform implements Platform {

    private final Scheduler scheduler;
    private final Transport network;

    /** @param latency from sending a request to its answer, half of it on each way */
    public SchedulerPlatform(Scheduler scheduler, Transport wire, Duration latency) {
        Duration way = latency.dividedBy(2);
        this.scheduler = scheduler;
        this.network = request -> {
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
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return scheduler.inParallel(work);
    }
}
