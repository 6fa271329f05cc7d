package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a rule to its place in the candidate and takes it away from every other, writing no more than is needed. At every
 * moment the candidate holds the rule at least once, so nobody who commits in between takes it out of force.
 */
final class Placement {

    /** What the copy that was parked holds, so that it is not read at every look. */
    private static final String PARKED_CONTENT = "parked";

    private final RuleAddress address;
    private final RuleEdits edits;
    private final Operation<?> op;

    Placement(RuleAddress address, Operation<?> op) {
        this.address = address;
        this.edits = new RuleEdits(address.rules(), op);
        this.op = op;
    }

    /**
     * Where another rule holds the place, a rule that exists steps aside to a free one beside it, so that two rules which want
     * each other's place do not block each other.
     *
     * @return done also when another rule holds the place; a wait when what is left to do is left to another invocation
     */
    Outcome put(Whereabouts found, PlacedRule rule) {
        try {
            if (found.strangerAt(rule.priority()).isEmpty()) {
                Outcome filled = fill(found.candidate(), rule);
                return filled.isDone() ? empty(found.candidate(), rule.priority()) : filled;
            }
            return found.candidate().isEmpty() ? Outcome.done() : stepAside(found, rule.entry(), rule.priority());
        } catch (NgfwException refused) {
            throw lookAgain(refused);
        }
    }

    /** Takes the rule out of the candidate, copies on the move included. */
    void remove(Whereabouts found) {
        edits.delete(found.candidate());
    }

    /** A rule for a place, about which nothing is known yet. */
    PlacedRule placed(RuleEntry entry, int priority) {
        return new PlacedRule(entry, priority, () -> address.at(priority).candidate());
    }

    /** The rule as it is running, under its own name. */
    Optional<PlacedRule> running(Whereabouts found) {
        for (RuleSlot place : found.running()) {
            if (!place.ruleName().equals(address.name())) {
                continue;
            }
            Views<RuleEntry> views = address.at(place.priority());
            RuleEntry running = views.running();
            if (running != null) {
                RuleEntry entry = running.toBuilder().updateToken(null).build();
                return Optional.of(new PlacedRule(entry, place.priority(), views::candidate));
            }
        }
        return Optional.empty();
    }

    /** Gives up the move: the rule stays where it has its foothold, under its own name, and nowhere else. */
    Outcome stay(Whereabouts found, RuleEntry entry) {
        Optional<RuleSlot> foothold = found.foothold();
        if (foothold.isEmpty()) {
            return Outcome.done();
        }
        int priority = foothold.get().priority();
        try {
            if (!foothold.get().ruleName().equals(address.name())) {
                edits.update(priority, entry);
                return empty(found.candidate(), priority);
            }
            Outcome filled = fill(found.candidate(), placed(entry, priority));
            return filled.isDone() ? empty(found.candidate(), priority) : filled;
        } catch (NgfwException refused) {
            throw lookAgain(refused);
        }
    }

    private Outcome fill(List<RuleSlot> places, PlacedRule rule) {
        RuleEntry wanted = rule.entry();
        int priority = rule.priority();
        Optional<RuleSlot> there =
                places.stream().filter(place -> place.priority() == priority).findFirst();
        if (there.isEmpty()) {
            return underItsName(places, wanted, priority, () -> edits.create(priority, wanted));
        }
        RuleEntry present =
                requireStill(there.get().ruleName(), rule.inCandidate().get(), priority);
        return present == null || Canonical.difference(wanted, present).isPresent()
                ? underItsName(places, wanted, priority, () -> edits.update(priority, wanted))
                : Outcome.done();
    }

    /** Where no two rules of a list may have one name, the one in the old place is renamed for as long as it stays. */
    private Outcome underItsName(List<RuleSlot> places, RuleEntry wanted, int priority, Runnable write) {
        try {
            write.run();
        } catch (NgfwException refused) {
            Optional<RuleSlot> namesake = places.stream()
                    .filter(place ->
                            place.priority() != priority && place.ruleName().equals(address.name()))
                    .findFirst();
            if (refused.getKind() != Kind.ALREADY_EXISTS || namesake.isEmpty()) {
                throw refused;
            }
            edits.update(namesake.get().priority(), renamed(wanted, TemporaryName.MOVING));
            if (op.budget().isSpent()) {
                return Outcome.handOver("Rule " + address.name() + " comes to its place");
            }
            write.run();
        }
        return Outcome.done();
    }

    private Outcome stepAside(Whereabouts found, RuleEntry wanted, int priority) {
        RuleEntry copy = renamed(wanted, TemporaryName.PARKED);
        Optional<RuleSlot> parked = found.candidate().stream()
                .filter(place -> place.ruleName().equals(copy.ruleName()))
                .findFirst();
        int aside = parked.map(RuleSlot::priority).orElseGet(() -> found.freeBeside(priority));
        if (parked.isEmpty()) {
            edits.create(aside, copy);
        } else {
            refresh(aside, copy);
        }
        op.progress().getMarks().put(PARKED_CONTENT, digest(copy));
        return empty(found.candidate(), aside);
    }

    /** A copy may be left of a former operation, or of the way there when this is the way back. */
    private void refresh(int aside, RuleEntry copy) {
        op.progress().getDeploy().setWrote(true); // by whomever: it is this operation that takes it away
        if (digest(copy).equals(op.progress().getMarks().get(PARKED_CONTENT))) {
            return;
        }
        RuleEntry present = requireStill(copy.ruleName(), address.at(aside).candidate(), aside);
        if (present == null || Canonical.difference(copy, present).isPresent()) {
            edits.update(aside, copy);
        }
    }

    /** Since the list was read, somebody may have reverted, or put another rule there, which is not ours to overwrite. */
    static @Nullable RuleEntry requireStill(String name, @Nullable RuleEntry present, int priority) {
        if (present != null && !name.equals(present.ruleName())) {
            throw new NgfwException(
                    Kind.CONFLICT,
                    "Priority " + priority + " has gone from rule " + name + " to " + present.ruleName());
        }
        return present;
    }

    /** The same in every process. */
    private static String digest(RuleEntry rule) {
        return Integer.toHexString(Json.mapper().valueToTree(rule).hashCode());
    }

    private static RuleEntry renamed(RuleEntry rule, TemporaryName kind) {
        return rule.toBuilder().ruleName(kind.of(rule.ruleName())).build();
    }

    /** The rule is in its place by now, so a copy elsewhere may wait, but not for an invocation that looks only. */
    private Outcome empty(List<RuleSlot> places, int but) {
        List<RuleSlot> left = others(places, but);
        boolean late = edits.anyMade() ? op.budget().isSpent() : op.budget().isOver();
        if (!left.isEmpty() && late) {
            return Outcome.handOver("Rule " + address.name() + " leaves its former place");
        }
        edits.delete(left.isEmpty() || edits.anyCreated() ? left : stillLeft(but));
        return Outcome.done();
    }

    /**
     * Whoever finds the rule in its new place may be a second delivery of an event: the first one empties the old place at the
     * same time, and somebody else may take it at once. Nothing is left to be taken away where somebody has reverted.
     */
    private List<RuleSlot> stillLeft(int but) {
        List<RuleSlot> places = address.find().candidate();
        boolean inPlace = places.stream().anyMatch(place -> place.priority() == but);
        return inPlace ? others(places, but) : List.of();
    }

    private static List<RuleSlot> others(List<RuleSlot> places, int but) {
        return places.stream().filter(place -> place.priority() != but).toList();
    }

    /** Somebody was quicker: the list is no longer as we saw it. Where the rulestack itself is gone, there is no list. */
    private NgfwException lookAgain(NgfwException refused) {
        boolean mayPass = refused.getKind() == Kind.ALREADY_EXISTS
                || (refused.getKind() == Kind.NOT_FOUND && address.hasRulestack());
        return mayPass ? new NgfwException(Kind.CONFLICT, refused.getMessage(), refused) : refused;
    }
}
