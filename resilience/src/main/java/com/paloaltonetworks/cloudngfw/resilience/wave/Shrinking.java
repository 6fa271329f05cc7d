package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes a failing scenario smaller for as long as it fails: fewer changes first, then fewer disturbances. */
final class Shrinking {

    private final Predicate<Scenario> fails;

    /** @param fails whether a scenario fails in the same way; one that cannot be told does not */
    Shrinking(Predicate<Scenario> fails) {
        this.fails = scenario -> {
            try {
                return fails.test(scenario);
            } catch (RuntimeException | AssertionError otherwise) {
                return false;
            }
        };
    }

    Scenario smallest(Scenario failing) {
        Scenario smallest = failing;
        for (int part = (smallest.changes().size() + 1) / 2; part >= 1; part = part == 1 ? 0 : (part + 1) / 2) {
            smallest = withoutParts(smallest, part);
        }
        for (Knob knob : List.copyOf(smallest.knobs())) {
            Scenario calmer = smallest.without(knob);
            if (fails.test(calmer)) {
                smallest = calmer;
            }
        }
        return smallest;
    }

    /** Leaves out one stretch of changes after the other. */
    private Scenario withoutParts(Scenario scenario, int length) {
        Scenario smallest = scenario;
        List<Change> all = new ArrayList<>(scenario.changes());
        for (int from = 0; from < all.size(); from += length) {
            Set<String> part = all.subList(from, Math.min(all.size(), from + length)).stream()
                    .map(Change::id)
                    .collect(Collectors.toSet());
            Scenario smaller = smallest.keeping(change -> !part.contains(change.id()));
            if (!smaller.changes().isEmpty() && fails.test(smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }
}
