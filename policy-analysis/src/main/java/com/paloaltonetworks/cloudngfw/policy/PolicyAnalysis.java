package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Coverage.Answer;
import com.paloaltonetworks.cloudngfw.policy.Finding.Kind;
import com.paloaltonetworks.cloudngfw.policy.Finding.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rules of a policy that decide nothing.
 *
 * <p>Rules are asked in the order pre, local, post, then by priority; the first that matches decides. A rule that is switched
 * off matches nothing and takes nothing from others. Rules with different decryption types answer different questions, so
 * only rules of the same type take traffic from one another. Guess: that the service asks them so.
 */
public final class PolicyAnalysis {

    private final Effort effort = new Effort();
    private final List<Territory> asked = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private PolicyAnalysis() {}

    /** At most one finding for each rule, in the order in which rules are asked. */
    public static List<Finding> findings(Policy policy) {
        PolicyAnalysis analysis = new PolicyAnalysis();
        policy.rulestacks().stream()
                .flatMap(rulestack -> rulestack.rules().stream().map(rule -> Territory.of(rule, rulestack)))
                .sorted(Comparator.comparing(
                                (Territory territory) -> territory.rule().list())
                        .thenComparing(territory -> territory.rule().priority()))
                .forEach(analysis::ask);
        return List.copyOf(analysis.findings);
    }

    private void ask(Territory territory) {
        Rule rule = territory.rule();
        if (!rule.enabled()) {
            findings.add(new Finding(Kind.DISABLED, rule, List.of(), "it is switched off", Set.of()));
            return;
        }
        if (territory.nowhere() != null) {
            findings.add(new Finding(Kind.NEVER_MATCHES, rule, List.of(), territory.emptiness(), Set.of()));
            return;
        }
        List<Territory> rivals = asked.stream()
                .filter(earlier -> earlier.rule().decryption().equals(rule.decryption()))
                .toList();
        Coverage coverage = Coverage.of(territory, rivals, effort);
        if (coverage.answer() != Answer.OPEN) {
            findings.add(finding(territory, rivals, coverage));
        }
        // A rule that gets nothing takes nothing that is not taken already.
        if (coverage.answer() != Answer.COVERED) {
            asked.add(territory);
        }
    }

    private Finding finding(Territory territory, List<Territory> rivals, Coverage coverage) {
        Rule rule = territory.rule();
        List<Rule> causes = causes(territory, rivals, coverage).stream()
                .map(Territory::rule)
                .toList();
        boolean same = !causes.isEmpty()
                && causes.stream().allMatch(cause -> cause.action().equals(rule.action()));
        return new Finding(
                same ? Kind.REDUNDANT : Kind.SHADOWED, rule, causes, Doubts.inWords(coverage), unknowns(coverage));
    }

    private static Set<Unknown> unknowns(Coverage coverage) {
        if (coverage.isTooLarge()) {
            return EnumSet.of(Unknown.SIZE);
        }
        Set<Unknown> unknowns = EnumSet.noneOf(Unknown.class);
        coverage.doubts().stream()
                .map(axis -> axis.kind().unknown())
                .flatMap(Optional::stream)
                .forEach(unknowns::add);
        return unknowns;
    }

    /** One rule that does it alone if there is one, else, of what is certain, all from which none can be left out. */
    private List<Territory> causes(Territory territory, List<Territory> rivals, Coverage coverage) {
        if (coverage.isTooLarge()) {
            return List.of();
        }
        for (Territory rival : rivals) {
            if (isAsGood(territory, List.of(rival), coverage)) {
                return List.of(rival);
            }
        }
        if (coverage.answer() != Answer.COVERED) {
            return List.of();
        }
        List<Territory> causes = new ArrayList<>(rivals);
        for (Territory rival : rivals) {
            causes.remove(rival);
            if (!isAsGood(territory, causes, coverage)) {
                causes.add(rival);
            }
        }
        return causes;
    }

    private boolean isAsGood(Territory territory, List<Territory> rivals, Coverage coverage) {
        Coverage other = Coverage.of(territory, rivals, effort);
        return !other.isTooLarge() && other.answer() == coverage.answer();
    }
}
