package com.paloaltonetworks.cloudngfw.local.advice;

import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.policy.Finding;
import com.paloaltonetworks.cloudngfw.policy.Finding.Certainty;
import com.paloaltonetworks.cloudngfw.policy.Finding.Kind;
import com.paloaltonetworks.cloudngfw.policy.Finding.Unknown;
import com.paloaltonetworks.cloudngfw.policy.Policy;
import com.paloaltonetworks.cloudngfw.policy.PolicyAnalysis;
import com.paloaltonetworks.cloudngfw.policy.Rule;
import com.paloaltonetworks.cloudngfw.policy.Rulestack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that never decide anything, in the policy of every firewall of the template that has them. What merely cannot be
 * excluded is told only where it is likely: two rules for the same applications, of which one names ports.
 */
final class RuleAdvice {

    private static final int MOST_NAMED = 3;

    private final Landscape landscape;
    private final Map<String, DeclaredRule> declared = new HashMap<>();

    private RuleAdvice(Landscape landscape) {
        this.landscape = landscape;
        landscape.rulestacks().forEach(rulestack -> rulestack.rules().forEach(rule -> declared.put(rule.id(), rule)));
    }

    static List<Problem> of(Landscape landscape) {
        return new RuleAdvice(landscape).problems();
    }

    private List<Problem> problems() {
        List<Map<String, Finding>> answers = new ArrayList<>();
        Map<String, Long> asked = new HashMap<>();
        for (Policy policy : policies()) {
            Map<String, Finding> findings = new HashMap<>();
            PolicyAnalysis.findings(policy).stream()
                    .filter(RuleAdvice::isWorthTelling)
                    .forEach(finding -> findings.put(finding.rule().id(), finding));
            answers.add(findings);
            policy.rulestacks()
                    .forEach(rulestack -> rulestack.rules().forEach(rule -> asked.merge(rule.id(), 1L, Long::sum)));
        }
        return landscape.rulestacks().stream()
                .flatMap(rulestack -> rulestack.rules().stream())
                .map(rule -> told(answers, rule.id(), asked.getOrDefault(rule.id(), 0L)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The problem with a rule, if there is one in all policies that have the rule. */
    private Optional<Problem> told(List<Map<String, Finding>> answers, String id, long policies) {
        List<Finding> findings = answers.stream()
                .map(answer -> answer.get(id))
                .filter(Objects::nonNull)
                .toList();
        return policies > 0 && findings.size() == policies ? Optional.of(problem(findings.get(0))) : Optional.empty();
    }

    /** One for each pair of rulestacks that a firewall joins, and one for each rulestack that is in no pair. */
    private List<Policy> policies() {
        Map<String, Rulestack> rulestacks = landscape.rulestacks().stream()
                .map(PolicyReader::read)
                .collect(Collectors.toMap(Rulestack::name, rulestack -> rulestack));
        Set<Set<String>> joined = landscape.firewalls().stream()
                .map(firewall -> Stream.of("/RuleStackName", "/GlobalRuleStackName")
                        .map(firewall::text)
                        .filter(rulestacks::containsKey)
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        rulestacks.keySet().stream()
                .filter(name -> joined.stream().noneMatch(names -> names.contains(name)))
                .toList()
                .forEach(name -> joined.add(Set.of(name)));
        return joined.stream()
                .map(names -> new Policy(names.stream().map(rulestacks::get).toList()))
                .toList();
    }

    private static boolean isWorthTelling(Finding finding) {
        if (finding.certainty() == Certainty.CERTAIN) {
            return finding.kind() != Kind.DISABLED;
        }
        return finding.unknowns().equals(Set.of(Unknown.DEFAULT_PORTS))
                && !finding.causes().isEmpty()
                && finding.causes().stream().allMatch(RuleAdvice::namesApplications);
    }

    private static boolean namesApplications(Rule rule) {
        List<String> applications = rule.match().applications();
        return !applications.isEmpty() && applications.stream().noneMatch("any"::equalsIgnoreCase);
    }

    private Problem problem(Finding finding) {
        DeclaredRule rule = of(finding.rule());
        String subject = "rule '" + rule.name() + "' ";
        if (finding.kind() == Kind.NEVER_MATCHES) {
            return rule.warning(
                    "", rule.name(), subject + "can never match: " + finding.reason(), "correct it, or remove it");
        }
        String taking = causes(finding.causes()) + (finding.causes().size() == 1 ? " takes " : " take ");
        if (finding.certainty() == Certainty.CANNOT_TELL) {
            return rule.warning(
                    "",
                    rule.name(),
                    "cannot tell whether " + subject + "ever matches: " + taking + "the same traffic, but "
                            + finding.reason(),
                    "give both the same kind of ports, or remove one");
        }
        String all = taking + "all its traffic, ";
        return finding.kind() == Kind.REDUNDANT
                ? rule.warning("", rule.name(), subject + "is redundant: " + all + "with the same action", "remove it")
                : rule.warning(
                        "",
                        rule.name(),
                        subject + "never matches: " + all
                                + (finding.causes().size() == 1
                                        ? "with another action"
                                        : "not all with the same action"),
                        "give it a lower Priority, or remove it");
    }

    private String causes(List<Rule> rules) {
        String named = rules.stream()
                .limit(MOST_NAMED)
                .map(rule -> "'" + of(rule).name() + "'")
                .collect(Collectors.joining(", "));
        int more = rules.size() - MOST_NAMED;
        return (rules.size() == 1 ? "rule " : "rules ") + named + (more > 0 ? " and " + more + " more" : "")
                + " before it";
    }

    private DeclaredRule of(Rule rule) {
        return Objects.requireNonNull(declared.get(rule.id()));
    }
}
