package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may fail though nothing is wrong with it: where nobody can tell whose fault a failure is. Each excuse holds in the
 * rulestack of its cause alone, and for the words in which its cause shows.
 */
final class Excuses {

    private final Scenario scenario;
    private final Operator operator;

    Excuses(Scenario scenario, Operator operator) {
        this.scenario = scenario;
        this.operator = operator;
    }

    boolean excuse(Change change, Result failure) {
        String message = String.valueOf(failure.message());
        return isBlamedOnNobody(change, message)
                || isRefusedForStrangers(change, message)
                || hasLostItsPlace(change, message)
                || isDisturbedByOperator(change, failure)
                || hasLostItsRulestack(change, failure);
    }

    /** The service's messages name nobody, and somebody's rule in the same rulestack is poisoned. */
    private boolean isBlamedOnNobody(Change change, String message) {
        return isPoisonedInSilence(change.rulestack())
                && (message.startsWith("Commit of rulestack " + change.rulestack() + " failed")
                        || message.contains("did not come to an end"));
    }

    private boolean isPoisonedInSilence(String rulestack) {
        return scenario.has(Knob.NAMELESS_MESSAGES) && in(rulestack).stream().anyMatch(Change::poisoned);
    }

    /** Another stack's drafts stand in the rulestack, or the operator's, and must not be committed. */
    private boolean isRefusedForStrangers(Change change, String message) {
        return message.startsWith(
                        "Rulestack " + change.rulestack() + " holds uncommitted changes that this stack did not make")
                && !scenario.has(Knob.FOREIGN_CHANGES_ALLOWED)
                && (meetsStrangers(change) || operator.hasTouched(change.rulestack()));
    }

    private boolean meetsStrangers(Change change) {
        return in(change.rulestack()).stream().anyMatch(other -> other.stack() != change.stack());
    }

    /** Who was to leave the place that it wants may not, and is not to blame for it either. */
    private boolean hasLostItsPlace(Change change, String message) {
        return message.startsWith("Rule " + change.id() + " has no place: ")
                && ring(change).stream()
                        .anyMatch(member -> member.poisoned()
                                || (!member.equals(change) && isPoisonedInSilence(member.rulestack()))
                                || (meetsStrangers(member) && !scenario.has(Knob.FOREIGN_CHANGES_ALLOWED))
                                || operator.hasTouched(member.rulestack()));
    }

    private boolean isDisturbedByOperator(Change change, Result failure) {
        return operator.hasTouched(change.rulestack())
                && failure.failedWith("ResourceConflict")
                && String.valueOf(failure.message())
                        .startsWith("Somebody else keeps changing rulestack " + change.rulestack());
    }

    /** The operator has deleted it. */
    private boolean hasLostItsRulestack(Change change, Result failure) {
        return operator.hasRemoved(change.rulestack())
                && String.valueOf(failure.message()).contains(change.rulestack())
                && Stream.of("NotFound", "InvalidRequest", "NotStabilized").anyMatch(failure::failedWith);
    }

    /** The rules that want each other's places, this one among them. */
    private Set<Change> ring(Change change) {
        Set<Change> ring = new HashSet<>();
        Set<Integer> places = new HashSet<>(places(change));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Change other : in(change.rulestack())) {
                if (other.isOf(ResourceKind.SECURITY_RULE)
                        && places(other).stream().anyMatch(places::contains)
                        && ring.add(other)) {
                    places.addAll(places(other));
                    grown = true;
                }
            }
        }
        return ring;
    }

    private static Set<Integer> places(Change change) {
        return Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after()))
                .flatMap(Optional::stream)
                .map(side -> side.properties().path("Priority").asInt())
                .collect(Collectors.toSet());
    }

    private List<Change> in(String rulestack) {
        return scenario.changes().stream()
                .filter(other -> other.rulestack().equals(rulestack))
                .toList();
    }
}
