package com.paloaltonetworks.cloudngfw.local.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rulestacks of a template with all their rules, and its firewalls.
 *
 * @param looseRules rules that belong to a rulestack whose name is not known yet
 */
record Landscape(List<DeclaredRulestack> rulestacks, List<Declared> firewalls, boolean looseRules) {

    private static final String RULESTACK_NAME = "/RuleStackName";

    static Landscape of(List<Declared> resources) {
        Map<String, DeclaredRulestack> rulestacks = new LinkedHashMap<>();
        for (Declared declared : only("RuleStack", resources)) {
            // A name that is not known yet is nobody else's.
            String name = isNamed(declared)
                    ? declared.text(RULESTACK_NAME)
                    : "?" + declared.resource().logicalId();
            rulestacks.putIfAbsent(name, new DeclaredRulestack(name, declared, own(declared)));
        }
        List<Declared> separate = only("SecurityRule", resources);
        separate.stream()
                .filter(Landscape::isNamed)
                .forEach(rule -> rulestacks
                        .computeIfAbsent(
                                rule.text(RULESTACK_NAME), name -> new DeclaredRulestack(name, null, new ArrayList<>()))
                        .rules()
                        .add(new DeclaredRule(rule, "")));
        boolean loose = separate.stream().anyMatch(Predicate.not(Landscape::isNamed));
        return new Landscape(List.copyOf(rulestacks.values()), only("NGFW", resources), loose);
    }

    private static boolean isNamed(Declared declared) {
        return !declared.text(RULESTACK_NAME).isEmpty()
                && !declared.isOpen(declared.properties().at(RULESTACK_NAME));
    }

    private static List<Declared> only(String type, List<Declared> resources) {
        return resources.stream().filter(resource -> resource.is(type)).toList();
    }

    private static List<DeclaredRule> own(Declared rulestack) {
        List<DeclaredRule> rules = new ArrayList<>();
        int count = rulestack.properties().path("RuleList").size();
        for (int index = 0; index < count; index++) {
            rules.add(new DeclaredRule(rulestack, "/RuleList/" + index));
        }
        return rules;
    }
}
