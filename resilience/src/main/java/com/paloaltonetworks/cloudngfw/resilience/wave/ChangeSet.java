package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws the changes of one wave: of all types, creations, updates, moves, swaps and deletions, with their dependencies. */
final class ChangeSet {

    private static final int RULES_PER_RULESTACK = 12;

    /** The service allows ten, of which up to six are shared. */
    private static final int MOST_OWN_RULESTACKS = 4;

    private final Random random;
    private final int size;
    private final Duration spread;
    private final int stacks;
    private final boolean deleting;
    private final List<Change> changes = new ArrayList<>();
    private int rules;
    private int ownRulestacks;

    /**
     * @param spread within which changes arrive
     * @param stacks how many stacks they belong to
     * @param deleting whether some are deletions
     */
    ChangeSet(Random random, int size, Duration spread, int stacks, boolean deleting) {
        this.random = random;
        this.size = size;
        this.spread = spread;
        this.stacks = stacks;
        this.deleting = deleting;
    }

    /** Exactly as many as were asked for. */
    List<Change> draw() {
        while (changes.size() < size) {
            addSome(random.nextInt(100));
        }
        return List.copyOf(changes);
    }

    private void addSome(int lot) {
        int room = size - changes.size();
        if (lot < 40) {
            add(null, newRule(shared()));
        } else if (lot < 52) {
            Resource rule = newRule(shared());
            add(rule, rule.with("Action", "DenySilent"));
        } else if (lot < 60) {
            Resource rule = newRule(shared());
            add(rule, rule.with("Priority", 5000 + rules));
        } else if (lot < 72) {
            rotate(Math.min(room, lot < 68 ? 2 : 3));
        } else if (lot < 84 && deleting) {
            add(newRule(shared()), null);
        } else if (lot < 89) {
            firewall();
        } else if (++ownRulestacks > MOST_OWN_RULESTACKS) {
            add(null, newRule(shared()));
        } else if (lot < 94) {
            newRulestack(room);
        } else if (lot < 97 || !deleting) {
            changedRulestack(room);
        } else {
            unwantedRulestack(room);
        }
    }

    /** Rules that each want the place of the next. */
    private void rotate(int count) {
        String rulestack = shared();
        List<Resource> ring = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ring.add(newRule(rulestack));
        }
        int stack = random.nextInt(stacks);
        for (int number = 0; number < count; number++) {
            Resource next = ring.get((number + 1) % count);
            Resource rule = ring.get(number);
            int place = next.properties().path("Priority").asInt();
            add(stack, rule, count == 1 ? rule.with("Action", "DenySilent") : rule.with("Priority", place), Set.of());
        }
    }

    private void firewall() {
        Resource firewall = Models.firewall("fw-" + changes.size(), shared());
        switch (random.nextInt(deleting ? 3 : 2)) {
            case 0 -> add(null, firewall);
            case 1 -> add(firewall, firewall.with("RuleStackName", shared()).with("Description", "as it is now"));
            default -> add(firewall, null);
        }
    }

    private void newRulestack(int room) {
        String name = "made-" + changes.size();
        int stack = random.nextInt(stacks);
        add(stack, null, Models.rulestack(name), Set.of());
        for (int left = Math.min(room - 1, random.nextInt(4)); left > 0; left--) {
            add(stack, null, Models.referring(newRule(name)), Set.of(name));
        }
        if (changes.size() < size && random.nextBoolean()) {
            add(stack, null, Models.firewall("fw-" + changes.size(), name), Set.of(name));
        }
    }

    /** One that is there already, and rules in it: those of the same stack come after it. */
    private void changedRulestack(int room) {
        String name = "kept-" + changes.size();
        int stack = random.nextInt(stacks);
        add(stack, Models.rulestack(name), Models.changedRulestack(name), Set.of());
        for (int left = Math.min(room - 1, random.nextInt(4)); left > 0; left--) {
            int whose = random.nextInt(stacks);
            Set<String> needs = whose == stack ? Set.of(name) : Set.of();
            Resource rule = Models.referring(newRule(name));
            if (random.nextBoolean()) {
                add(whose, null, rule, needs);
            } else {
                add(whose, rule, rule.with("Action", "DenyResetBoth"), needs);
            }
        }
    }

    /** Its rules go first. */
    private void unwantedRulestack(int room) {
        String name = "gone-" + changes.size();
        int stack = random.nextInt(stacks);
        Set<String> first = new TreeSet<>();
        for (int left = Math.min(room - 1, random.nextInt(3)); left > 0; left--) {
            Resource rule = newRule(name);
            first.add(rule.logicalId());
            add(stack, rule, null, Set.of());
        }
        add(stack, Models.rulestack(name), null, first);
    }

    private Resource newRule(String rulestack) {
        rules++;
        return Models.rule("rule-" + rules, rulestack, 10 * rules);
    }

    /** A rulestack that several changes share. */
    private String shared() {
        return "edge-" + random.nextInt(1 + size / RULES_PER_RULESTACK);
    }

    private void add(@Nullable Resource before, @Nullable Resource after) {
        add(random.nextInt(stacks), before, after, Set.of());
    }

    private void add(int stack, @Nullable Resource before, @Nullable Resource after, Set<String> needs) {
        Resource resource = after == null ? before : after;
        Duration arrival = Duration.ofMillis(Math.round(spread.toMillis() * random.nextDouble()));
        changes.add(new Change(resource.logicalId(), stack, before, after, needs, arrival, false));
    }
}
