package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * One wave, wholly told: the same scenario always takes the same course.
 *
 * @param seed breaks ties, draws latencies and pauses
 * @param commit how long a commit takes
 * @param cancelAfter when the wave is cancelled, counted from its start; null when it is not
 */
@With
public record Scenario(
        long seed,
        Mode mode,
        Set<Knob> knobs,
        Duration commit,
        Latency latency,
        List<Change> changes,
        @Nullable Duration cancelAfter) {

    public Scenario {
        Set<Knob> copy = EnumSet.noneOf(Knob.class);
        copy.addAll(knobs);
        knobs = copy;
        changes = List.copyOf(changes);
    }

    boolean has(Knob knob) {
        return knobs.contains(knob);
    }

    public Scenario without(Knob knob) {
        Set<Knob> left = EnumSet.noneOf(Knob.class);
        left.addAll(knobs);
        left.remove(knob);
        Scenario calmer = withKnobs(left);
        return switch (knob) {
            case CANCELLED -> calmer.withCancelAfter(null);
            case TWO_STACKS ->
                calmer.withChanges(changes.stream().map(Change::inFirstStack).toList());
            case POISONED_RULE ->
                calmer.withChanges(changes.stream().map(Change::harmless).toList());
            default -> calmer;
        };
    }

    /** Nothing else is changed: who needed a change that is left out does not wait for it. */
    public Scenario keeping(Predicate<Change> kept) {
        Set<String> dropped =
                changes.stream().filter(kept.negate()).map(Change::id).collect(Collectors.toCollection(TreeSet::new));
        return withChanges(changes.stream()
                .filter(kept)
                .map(change -> change.without(dropped))
                .toList());
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + mode + "; commits take " + commit.toSeconds() + " s, calls "
                + latency.least().toMillis() + " to " + latency.most().toMillis() + " ms; " + knobs
                + (cancelAfter == null ? "" : ", cancelled after " + cancelAfter.toMillis() + " ms")
                + changes.stream().map(change -> "\n  " + change).collect(Collectors.joining());
    }
}
