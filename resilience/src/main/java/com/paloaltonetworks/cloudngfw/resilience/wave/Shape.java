package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** What an undisturbed wave does with the rules of one stack in one rulestack. */
public enum Shape {
    CREATED("created", 5),
    CREATED_SLOWLY("created within 30 s", 30),
    UPDATED("updated", 5),
    DELETED("deleted", 5),
    POISONED("created, one of them poisoned", 5);

    private final String title;
    private final int spread;

    /** @param spread seconds within which all arrive */
    Shape(String title, int spread) {
        this.title = title;
        this.spread = spread;
    }

    /** Commits of a minute, on the kind of service that is the seed's. */
    Scenario scenario(long seed, int size) {
        if (this == POISONED) {
            return Draw.poisoned(seed, size);
        }
        Random random = new Random(seed);
        Scenario created = Draw.undisturbed(seed, size);
        return created.withChanges(created.changes().stream()
                .map(change -> change(change.resource(), Duration.ofMillis(random.nextInt(1000 * spread))))
                .toList());
    }

    private Change change(Resource rule, Duration arrival) {
        Resource before = this == UPDATED || this == DELETED ? rule : null;
        Resource changed = this == UPDATED ? rule.with("Action", "DenySilent") : rule;
        Resource after = this == DELETED ? null : changed;
        return new Change(rule.logicalId(), 0, before, after, Set.of(), arrival, false);
    }

    /** As the report calls it. */
    @Override
    public String toString() {
        return title;
    }
}
