package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The execution role's keys, which CloudFormation renews now and then. */
final class Keys {

    private static final Duration KEPT = Duration.ofMinutes(20);

    private final Scheduler scheduler;
    private @Nullable JsonNode present;
    private Instant since = Instant.MIN;

    Keys(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    Supplier<JsonNode> keptFrom(Supplier<JsonNode> source) {
        return () -> {
            JsonNode kept = present;
            if (kept == null || scheduler.now().isAfter(since.plus(KEPT))) {
                kept = source.get();
                present = kept;
                since = scheduler.now();
            }
            return kept;
        };
    }
}
