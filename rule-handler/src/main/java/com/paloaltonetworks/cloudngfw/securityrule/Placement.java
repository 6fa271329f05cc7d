package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleListApi;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Brings a rule to its place in the candidate and takes it away from every other, writing no more than is needed. At every
 * moment the candidate holds the rule at least once, so nobody who commits in between takes it out of force.
 */
final class Placement {

    private final RuleAddress address;
    private final RuleListApi rules;
    private final Operation<?> op;

    Placement(RuleAddress address, Operation<?> op) {
        this.address = address;
        this.rules = address.rules();
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
                fill(found.candidate(), rule);
                return empty(found.candidate(), rule.priority());
            }
            return found.candidate().isEmpty() ? Outcome.done() : stepAside(found, rule.entry(), rule.priority());
        } catch (NgfwException refused) {
            throw lookAgain(refused);
        }
    }

    /** Takes the rule out of the candidate, copies on the move included. */
    void remove(Whereabouts found) {
        delete(found.candidate());
    }

    /** A rule for a place, about which nothing is known yet. */
    PlacedRule placed(RuleEntry entry, int priority) {
        return new PlacedRule(entry, priority, () -> address.at(priority).candidate());
    }

    /** The rule as it is running, under its own name. */
    Optional<PlacedRule> running(Whereabouts found) {
        for (RuleSlot place : found.running()) {
            Views<RuleEntry> views = address.at(place.priority());
            RuleEntry running = views.running();
            if (running != null && place.ruleName().equals(address.name())) {
                RuleEntry entry = running.toBuilder().updateToken(null).build();
                return Optional.of(new PlacedRule(entry, place.priority(), views::candidate));
            }
        }
        return Optional.empty();
    }

    /** Gives up the move where the rule stands now, whatever time is left; tells where that is, if it stands anywhere. */
    Optional<Integer> stay(RuleEntry entry) {
        List<RuleSlot> places = address.find().candidate();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int priority = places.get(0).priority();
        try {
            fill(places, placed(entry, priority));
        } catch (NgfwException refused) {
            throw lookAgain(refused);
        }
        delete(places.subList(1, places.size()));
        return Optional.of(priority);
    }

    private void fill(List<RuleSlot> places, PlacedRule rule) {
        RuleEntry wanted = rule.entry();
        int priority = rule.priority();
        boolean there = places.stream().anyMatch(place -> place.priority() == priority);
        if (!there) {
            underItsName(places, wanted, priority, () -> create(priority, wanted));
            return;
        }
        RuleEntry present = rule.inCandidate().get();
        if (present == null || Canonical.difference(wanted, present).isPresent()) {
            underItsName(places, wanted, priority, () -> update(priority, wanted));
        }
    }

    /** Where no two rules of a list may have one name, the one in the old place is renamed for as long as it stays. */
    private void underItsName(List<RuleSlot> places, RuleEntry wanted, int priority, Runnable write) {
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
            update(namesake.get().priority(), renamed(wanted, TemporaryName.MOVING));
            write.run();
        }
    }

    /** Is sent once, so that what is refused was not written; after any other failure it may have been. */
    private void create(int priority, RuleEntry rule) {
        DeployProgress progress = op.progress().getDeploy();
        try {
            rules.create(priority, rule);
            progress.setWrote(true);
        } catch (NgfwException failure) {
            boolean perhaps = failure.getKind() == Kind.SERVICE || failure.getKind() == Kind.NETWORK;
            progress.setWrote(progress.isWrote() || perhaps);
            throw failure;
        }
    }

    private void update(int priority, RuleEntry rule) {
        op.progress().getDeploy().setWrote(true);
        rules.update(priority, rule);
    }

    private Outcome stepAside(Whereabouts found, RuleEntry wanted, int priority) {
        String parked = TemporaryName.PARKED.of(address.name());
        Optional<RuleSlot> copy = found.candidate().stream()
                .filter(place -> place.ruleName().equals(parked))
                .findFirst();
        int aside = copy.map(RuleSlot::priority).orElseGet(() -> found.freeBeside(priority));
        if (copy.isEmpty()) {
            create(aside, renamed(wanted, TemporaryName.PARKED));
        }
        return empty(found.candidate(), aside);
    }

    private static RuleEntry renamed(RuleEntry rule, TemporaryName kind) {
        return rule.toBuilder().ruleName(kind.of(rule.ruleName())).build();
    }

    /** The rule is in its place by now, so a copy elsewhere may wait. */
    private Outcome empty(List<RuleSlot> places, int but) {
        List<RuleSlot> left =
                places.stream().filter(place -> place.priority() != but).toList();
        if (!left.isEmpty() && op.budget().isSpent()) {
            return Outcome.handOver("Rule " + address.name() + " leaves its former place");
        }
        delete(left);
        return Outcome.done();
    }

    /** Absence is what a removal wants. */
    private void delete(List<RuleSlot> places) {
        if (places.isEmpty()) {
            return;
        }
        op.progress().getDeploy().setWrote(true);
        op.platform()
                .inParallel(places.stream()
                        .map(place -> (Callable<Outcome>) () -> {
                            delete(place);
                            return Outcome.done();
                        })
                        .toList());
    }

    private void delete(RuleSlot place) {
        try {
            rules.delete(place.priority());
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }

    /** Somebody was quicker: the list is no longer as we saw it. Where the rulestack itself is gone, there is no list. */
    private NgfwException lookAgain(NgfwException refused) {
        boolean mayPass = refused.getKind() == Kind.ALREADY_EXISTS
                || (refused.getKind() == Kind.NOT_FOUND && address.hasRulestack());
        return mayPass ? new NgfwException(Kind.CONFLICT, refused.getMessage(), refused) : refused;
    }
}
