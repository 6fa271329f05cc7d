package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that happened, in order: calls of the service, ends of operations, acts of the operator. */
public final class Trail {

    private final List<Footprint> footprints = new ArrayList<>();
    private final Instant start;

    Trail(Instant start) {
        this.start = start;
    }

    /** @param who the logical id of a change, or a word for somebody else */
    record Footprint(Duration at, String who, String what) {
        @Override
        public String toString() {
            return String.format("%9.3f %-10s %s", at.toMillis() / 1000.0, who, what);
        }
    }

    void add(Instant now, String who, String what) {
        footprints.add(new Footprint(Duration.between(start, now), who, what));
    }

    public List<String> lines() {
        return footprints.stream().map(Footprint::toString).toList();
    }

    /** Only what these have done, and what changed something whoever did it. */
    String of(Set<String> concerned) {
        StringBuilder told = new StringBuilder();
        for (Footprint footprint : footprints) {
            boolean changes =
                    !footprint.what().startsWith("GET ") && !footprint.what().startsWith("POST /?");
            if (concerned.contains(footprint.who()) || changes) {
                told.append(footprint).append('\n');
            }
        }
        return told.toString();
    }
}
