package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fewest writes that bring rules from where they are to where they are wanted, in stages whose writes do not depend on
 * each other. A place is overwritten or emptied only after the rule that leaves it stands in its new place; where rules
 * change places in a circle, one of them is first copied to a free place. So at every moment the candidate holds each rule
 * at least once, and whoever commits in between takes none out of force.
 */
final class RulePlan {

    private static final int LAST_PRIORITY = 1_000_000;

    private final Map<Slot, RuleEntry> wanted;
    private final Map<Slot, RuleEntry> found;
    private final Set<Slot> occupied;
    private final Map<Slot, Write> writes =
            new TreeMap<>(Comparator.comparing(Slot::list).thenComparingInt(Slot::priority));
    private final Map<Slot, Slot> waitsFor = new HashMap<>();
    private final List<Write> copies = new ArrayList<>();
    private final List<Write> removalsOfCopies = new ArrayList<>();

    /**
     * @param found this owner's rules as they are in the candidate, by place
     * @param occupied all places of the candidate that hold a rule, others' included
     */
    RulePlan(Map<Slot, RuleEntry> wanted, Map<Slot, RuleEntry> found, Set<Slot> occupied) {
        this.wanted = wanted;
        this.found = found;
        this.occupied = new HashSet<>(occupied);
    }

    /** One write. Without an entry the place is emptied; without a present rule it is filled anew. */
    record Write(Slot slot, @Nullable RuleEntry entry, boolean occupied, TemporaryName standIn) {}

    /** The stages, each to be finished before the next begins. */
    List<List<Write>> stages() {
        wanted.forEach(this::planWanted);
        found.keySet().stream()
                .filter(slot -> !wanted.containsKey(slot))
                .forEach(slot -> writes.put(slot, empty(slot)));
        writes.keySet().forEach(slot -> successorOf(slot).ifPresent(place -> waitsFor.put(slot, place)));
        breakCircles();
        List<List<Write>> stages = new ArrayList<>();
        stages.add(copies);
        writes.forEach((slot, write) -> stage(stages, 1 + depth(slot)).add(write));
        stages.add(removalsOfCopies);
        return stages.stream()
                .filter(stage -> !stage.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    private void planWanted(Slot slot, RuleEntry entry) {
        RuleEntry present = found.get(slot);
        if (present == null || Canonical.difference(entry, present).isPresent()) {
            writes.put(slot, new Write(slot, entry, present != null, TemporaryName.MOVING));
        }
    }

    private static Write empty(Slot slot) {
        return new Write(slot, null, true, TemporaryName.MOVING);
    }

    /** The place that must be written before this one may be: where the rule that leaves here is going. */
    private Optional<Slot> successorOf(Slot slot) {
        RuleEntry leaving = found.get(slot);
        return leaving == null || isHeldElsewhere(slot, leaving)
                ? Optional.empty()
                : writes.keySet().stream()
                        .filter(place -> !place.equals(slot) && place.list() == slot.list())
                        .filter(place -> takes(writes.get(place), leaving))
                        .findFirst();
    }

    /** A copy left by a move that was broken off keeps the rule alive, until its own place is emptied. */
    private boolean isHeldElsewhere(Slot slot, RuleEntry leaving) {
        return wanted.containsKey(slot)
                && found.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(slot)
                                && other.getKey().list() == slot.list()
                                && !wanted.containsKey(other.getKey())
                                && TemporaryName.areOfOneRule(
                                        leaving.ruleName(), other.getValue().ruleName()));
    }

    private static boolean takes(Write write, RuleEntry leaving) {
        return write.entry() != null && TemporaryName.isOf(write.entry().ruleName(), leaving.ruleName());
    }

    private void breakCircles() {
        for (Slot slot : List.copyOf(waitsFor.keySet())) {
            if (isInCircle(slot)) {
                Slot target = waitsFor.remove(slot);
                Slot free = freePlaceBeside(target, place -> occupied.contains(place) || wanted.containsKey(place));
                occupied.add(free);
                copies.add(new Write(free, writes.get(target).entry(), false, TemporaryName.PARKED));
                removalsOfCopies.add(empty(free));
            }
        }
    }

    private boolean isInCircle(Slot start) {
        Slot place = waitsFor.get(start);
        for (int steps = 0; place != null && steps <= waitsFor.size(); steps++) {
            if (place.equals(start)) {
                return true;
            }
            place = waitsFor.get(place);
        }
        return false;
    }

    /** The closest one. */
    static Slot freePlaceBeside(Slot slot, Predicate<Slot> taken) {
        for (int distance = 1; distance < LAST_PRIORITY; distance++) {
            for (int priority : new int[] {slot.priority() + distance, slot.priority() - distance}) {
                Slot place = new Slot(slot.list(), priority);
                if (priority >= 1 && priority <= LAST_PRIORITY && !taken.test(place)) {
                    return place;
                }
            }
        }
        throw new IllegalStateException("all priorities of " + slot.list().wireName() + " are taken");
    }

    private int depth(Slot slot) {
        int depth = 0;
        for (Slot place = waitsFor.get(slot); place != null; place = waitsFor.get(place)) {
            depth++;
        }
        return depth;
    }

    private static List<Write> stage(List<List<Write>> stages, int number) {
        while (stages.size() <= number) {
            stages.add(new ArrayList<>());
        }
        return stages.get(number);
    }
}
