package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleListApi;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.util.List;
import java.util.Optional;

/**
 * Brings a rule to its place in the candidate and takes it away from every other, writing no more than is needed. At every
 * moment the candidate holds the rule at least once, so nobody who commits in between takes it out of force.
 */
final class Placement {

    private final RuleAddress address;
    private final RuleListApi rules;
    private final DeployProgress progress;

    Placement(RuleAddress address, DeployProgress progress) {
        this.address = address;
        this.rules = address.rules();
        this.progress = progress;
    }

    /**
     * Where another rule holds the place, a rule that exists steps aside to a free one beside it, so that two rules which want
     * each other's place do not block each other.
     *
     * @return who holds the place; empty when the rule is in it
     */
    Optional<RuleSlot> put(RuleEntry wanted, int priority) {
        Whereabouts found = address.find();
        Optional<RuleSlot> stranger = found.strangerAt(priority);
        try {
            if (stranger.isEmpty()) {
                fill(found.candidate(), wanted, priority);
                empty(found.candidate(), priority);
            } else if (!found.candidate().isEmpty()) {
                stepAside(found, wanted, priority);
            }
        } catch (NgfwException refused) {
            throw lookAgain(refused);
        }
        return stranger;
    }

    /** Takes the rule out of the candidate, copies on the move included. */
    void remove(Whereabouts found) {
        found.candidate().forEach(this::delete);
    }

    /** The rule as it is running, under its own name. */
    Optional<PlacedRule> running() {
        for (RuleSlot place : address.find().running()) {
            RuleEntry running = address.at(place.priority()).running();
            if (running != null && place.ruleName().equals(address.name())) {
                return Optional.of(
                        new PlacedRule(running.toBuilder().updateToken(null).build(), place.priority()));
            }
        }
        return Optional.empty();
    }

    /** Gives up the move where the rule stands now; tells where that is. */
    int stay(RuleEntry wanted) {
        int priority = address.find().candidate().get(0).priority();
        put(wanted, priority);
        return priority;
    }

    private void fill(List<RuleSlot> places, RuleEntry wanted, int priority) {
        boolean there = places.stream().anyMatch(place -> place.priority() == priority);
        if (!there) {
            underItsName(places, wanted, priority, () -> rules.create(priority, wanted));
        } else if (differs(wanted, priority)) {
            underItsName(places, wanted, priority, () -> rules.update(priority, wanted));
        }
    }

    private boolean differs(RuleEntry wanted, int priority) {
        RuleEntry present = address.at(priority).candidate();
        return present == null || Canonical.difference(wanted, present).isPresent();
    }

    /** Where no two rules of a list may have one name, the one in the old place is renamed for as long as it stays. */
    private void underItsName(List<RuleSlot> places, RuleEntry wanted, int priority, Runnable write) {
        progress.setWrote(true);
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
            rules.update(namesake.get().priority(), renamed(wanted, TemporaryName.MOVING));
            write.run();
        }
    }

    private void stepAside(Whereabouts found, RuleEntry wanted, int priority) {
        String parked = TemporaryName.PARKED.of(address.name());
        Optional<RuleSlot> copy = found.candidate().stream()
                .filter(place -> place.ruleName().equals(parked))
                .findFirst();
        int aside = copy.map(RuleSlot::priority).orElseGet(() -> found.freeBeside(priority));
        if (copy.isEmpty()) {
            progress.setWrote(true);
            rules.create(aside, renamed(wanted, TemporaryName.PARKED));
        }
        empty(found.candidate(), aside);
    }

    private static RuleEntry renamed(RuleEntry rule, TemporaryName kind) {
        return rule.toBuilder().ruleName(kind.of(rule.ruleName())).build();
    }

    private void empty(List<RuleSlot> places, int but) {
        places.stream().filter(place -> place.priority() != but).forEach(this::delete);
    }

    /** Absence is what a removal wants. */
    private void delete(RuleSlot place) {
        progress.setWrote(true);
        try {
            rules.delete(place.priority());
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }

    /** Somebody was quicker: the list is no longer as we saw it. */
    private static NgfwException lookAgain(NgfwException refused) {
        return switch (refused.getKind()) {
            case ALREADY_EXISTS, NOT_FOUND -> new NgfwException(Kind.CONFLICT, refused.getMessage(), refused);
            default -> refused;
        };
    }
}
