package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Scenarios by seed: of everything that may happen something, and of nothing always. */
public final class Draw {

    /** How many waves of fifty have how many changes: many are small. */
    private static final NavigableMap<Integer, Integer> SIZES =
            new TreeMap<>(Map.of(0, 1, 15, 2, 32, 5, 45, 20, 49, 60));

    private static final int FIFTY = 50;

    /** The share of waves that nothing disturbs, whatever there is. */
    static final double CALM = 0.3;

    /** How often each disturbance is part of the others. */
    static final double EACH_KNOB = 0.25;

    /** Counted down from here, lots of other purposes do not meet those of the disturbances. */
    private static final int CALMNESS = -1;

    private Draw() {}

    /** Among 2,000: 600 waves of one change, 680 of two, 520 of five, 160 of twenty, 40 of sixty. */
    public static int size(long seed) {
        return SIZES.floorEntry((int) Math.floorMod(seed, (long) FIFTY)).getValue();
    }

    /** In turn, so that waves of each size meet all of them equally often. */
    static Mode mode(long seed) {
        long turn = Math.floorDiv(seed, (long) FIFTY) + Math.floorMod(seed, (long) FIFTY);
        return Mode.ALL.get((int) Math.floorMod(turn, (long) Mode.ALL.size()));
    }

    /** A seed's own scenario. */
    public static Scenario scenario(long seed) {
        return scenario(seed, size(seed));
    }

    /** @param size number of changes */
    public static Scenario scenario(long seed, int size) {
        Random random = Lots.of(seed);
        Set<Knob> knobs = knobs(seed);
        Duration commit = Duration.ofSeconds(Math.round(Math.exp(between(random, Math.log(8), Math.log(300)))));
        Duration spread = Duration.ofSeconds(random.nextInt(31));
        int stacks = knobs.contains(Knob.TWO_STACKS) ? 2 : 1;
        boolean cancelled = knobs.contains(Knob.CANCELLED);
        boolean deleting =
                !cancelled && !knobs.contains(Knob.ROLLS_BACK_ON_FAILURE); // stacks delete when all else is done
        List<Change> changes = new ChangeSet(random, size, spread, stacks, deleting).draw();
        Duration cancelAfter = Duration.ofMillis(
                Math.round(random.nextDouble() * (spread.toMillis() + 40_000 + 2 * commit.toMillis())));
        return new Scenario(
                seed,
                mode(seed),
                knobs,
                commit,
                latency(random),
                knobs.contains(Knob.POISONED_RULE) ? poisoned(random, changes) : changes,
                cancelled ? cancelAfter : null);
    }

    /** One stack that makes rules of one rulestack, all within five seconds, and nothing that disturbs. */
    public static Scenario undisturbed(long seed, int size) {
        Random random = Lots.of(seed);
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            Resource rule = Models.rule("rule-" + number, "edge-0", 10 * number);
            Duration arrival = Duration.ofMillis(random.nextInt(5000));
            changes.add(new Change(rule.logicalId(), 0, null, rule, Set.of(), arrival, false));
        }
        Mode mode = Mode.ALL.get((int) Math.floorMod(seed, (long) Mode.ALL.size()));
        return new Scenario(seed, mode, Set.of(), Duration.ofMinutes(1), Latency.USUAL, changes, null);
    }

    /** The same with one rule among them that no commit takes. */
    public static Scenario poisoned(long seed, int size) {
        Scenario calm = undisturbed(seed, size);
        return calm.withKnobs(Set.of(Knob.POISONED_RULE)).withChanges(poisoned(Lots.of(seed), calm.changes()));
    }

    /** Rules made, or changed, by one stack that is cancelled at some moment within its first two commits. */
    public static Scenario rolledBack(long seed, int size) {
        Scenario calm = undisturbed(seed, size);
        List<Change> changes = calm.changes();
        if (seed % 2 == 0) {
            changes = changes.stream().map(Draw::updating).toList();
        }
        Duration after = Duration.ofMillis(Lots.of(seed).nextInt(120_000));
        return calm.withKnobs(Set.of(Knob.CANCELLED)).withChanges(changes).withCancelAfter(after);
    }

    /** Rules made where the last commit failed, with a message that names one of them. */
    public static Scenario afterAFailure(long seed, int size) {
        return undisturbed(seed, size).withKnobs(Set.of(Knob.STALE_FAILURE));
    }

    private static Change updating(Change making) {
        Resource rule = making.resource();
        return new Change(
                making.id(),
                making.stack(),
                rule,
                rule.with("Action", "DenySilent"),
                making.needs(),
                making.arrival(),
                false);
    }

    /** Each is drawn by itself, so that a new one leaves those that were there before as they are. */
    private static Set<Knob> knobs(long seed) {
        Set<Knob> knobs = EnumSet.noneOf(Knob.class);
        if (Lots.of(seed, CALMNESS).nextDouble() >= CALM) {
            for (Knob knob : Knob.values()) {
                if (knob.isOn(seed, EACH_KNOB)) {
                    knobs.add(knob);
                }
            }
        }
        return knobs;
    }

    private static Latency latency(Random random) {
        long least = 100L + random.nextInt(400);
        return new Latency(Duration.ofMillis(least), Duration.ofMillis(least + random.nextInt(700)));
    }

    /** One of the rules that are written; none when there is none. */
    private static List<Change> poisoned(Random random, List<Change> changes) {
        List<Change> written = changes.stream()
                .filter(change -> change.isOf(ResourceKind.SECURITY_RULE) && change.after() != null)
                .toList();
        List<Change> all = new ArrayList<>(changes);
        if (!written.isEmpty()) {
            Change culprit = written.get(random.nextInt(written.size()));
            all.set(all.indexOf(culprit), poisoned(culprit, culprit.resource()));
        }
        return all;
    }

    private static Change poisoned(Change change, Resource wanted) {
        return new Change(
                change.id(),
                change.stack(),
                change.before(),
                Models.poisoned(wanted),
                change.needs(),
                change.arrival(),
                true);
    }

    private static double between(Random random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
