package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All warnings about what the resources of a template mean together. */
public final class Advice {

    private Advice() {}

    /**
     * @param properties of each resource by its logical id, resolved as far as they are known
     * @param open whether a text, or part of it, is known only after a deploy
     * @param known problems found so far; what is wrong in itself is not looked at again
     */
    public static List<Problem> of(
            PreparedTemplate prepared,
            Map<String, ObjectNode> properties,
            Predicate<String> open,
            List<Problem> known) {
        List<String> errors =
                known.stream().filter(Problem::isError).map(Problem::path).toList();
        List<Declared> resources = new ArrayList<>();
        prepared.resources().forEach((name, resource) -> {
            if (properties.containsKey(name)) {
                resources.add(new Declared(
                        resource,
                        properties.get(name),
                        new Declared.Facts(prepared.conditions()::holds, open, errors)));
            }
        });
        Landscape landscape = Landscape.of(resources);
        List<Problem> advice = new ArrayList<>(RuleAdvice.of(landscape));
        landscape.rulestacks().forEach(rulestack -> {
            advice.addAll(ObjectAdvice.of(rulestack, landscape));
            advice.addAll(ReferenceAdvice.of(rulestack));
            advice.addAll(ProfileAdvice.of(rulestack));
        });
        landscape.firewalls().stream().map(FirewallAdvice::of).forEach(advice::addAll);
        return advice;
    }
}
