package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RuleListing;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The places of one rule in its list, in both views. More than one in a view while it moves.
 *
 * @param listing the whole list
 * @param ours whether a name is the rule's, or that of a copy on the move
 */
record Whereabouts(RuleListing listing, Predicate<String> ours) {

    private static final int LAST_PRIORITY = 1_000_000;

    List<RuleSlot> candidate() {
        return own(listing.candidate());
    }

    List<RuleSlot> running() {
        return own(listing.running());
    }

    /** Another rule that stands in the candidate at this priority. */
    Optional<RuleSlot> strangerAt(int priority) {
        return listing.candidate().stream()
                .filter(slot -> slot.priority() == priority && !ours.test(slot.ruleName()))
                .findFirst();
    }

    /**
     * The free priority closest to a taken one, so that the rule keeps its neighbours. Free in both views: a place that a rule
     * has just left is perhaps where a third one is going, and rules that stand in each other's way would wait for ever.
     */
    int freeBeside(int priority) {
        Set<Integer> taken = new HashSet<>();
        listing.candidate().forEach(slot -> taken.add(slot.priority()));
        listing.running().forEach(slot -> taken.add(slot.priority()));
        return IntStream.range(1, LAST_PRIORITY)
                .flatMap(distance -> IntStream.of(priority + distance, priority - distance))
                .filter(place -> place >= 1 && place <= LAST_PRIORITY && !taken.contains(place))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("all priorities are taken"));
    }

    private List<RuleSlot> own(List<RuleSlot> slots) {
        return slots.stream().filter(slot -> ours.test(slot.ruleName())).toList();
    }
}
