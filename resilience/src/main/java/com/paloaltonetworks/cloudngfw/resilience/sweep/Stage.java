package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.Timings;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The world at the moment when a story's operation begins; every run starts from it anew.
 *
 * @param state of the service
 */
record Stage(Story story, ObjectNode state, Instant now) {

    static final long SEED = 20260701;
    static final Latency LATENCY = Latency.of(200);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Long enough for two looks, short enough for few. */
    static final World WORLD = World.standard()
            .withTimings(Timings.standard()
                    .withCommit(Duration.ofSeconds(20))
                    .withFirewallCreate(Duration.ofSeconds(40))
                    .withFirewallUpdate(Duration.ofSeconds(25))
                    .withFirewallDelete(Duration.ofSeconds(40))
                    .withDevicePush(Duration.ofSeconds(10)));

    /** Made in the console, and by the handlers what the operation starts from. */
    static Stage of(Story story) {
        VirtualScheduler scheduler = new VirtualScheduler(SEED, START);
        Cloud cloud = new Cloud(WORLD, scheduler, LATENCY, Interference.NONE);
        story.setting().furnishing().accept(cloud.service().console());
        scheduler.run(activities -> {
            if (story.before() != null) {
                make(cloud, story.before());
                story.setting().lateFurnishing().accept(cloud.service().console());
            }
            if (story.partner() != null) {
                make(cloud, story.partner().before());
            }
            scheduler.sleep(Trial.AFTERMATH);
        });
        return new Stage(story, cloud.service().saveState(), scheduler.now());
    }

    private static void make(Cloud cloud, Resource resource) {
        Result made = cloud.create(resource, UnaryOperator.identity(), Listener.DEAF);
        if (!made.succeeded()) {
            throw new IllegalStateException(resource + ": " + made.message());
        }
    }

    VirtualScheduler newScheduler() {
        return new VirtualScheduler(SEED, now);
    }

    Cloud newCloud(VirtualScheduler scheduler, Interference interference) {
        return new Cloud(Simulator.start(WORLD, scheduler::now, state), scheduler, LATENCY, interference);
    }

    Snapshot snapshot() {
        return Snapshot.of(Simulator.start(WORLD, () -> now, state).tenant());
    }
}
