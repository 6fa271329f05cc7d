package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * I5, at the end: nothing is uncommitted. I6, however often events were delivered: there is exactly one of each, and no copy on
 * the move is left behind. I2 again: what the console made is as it was.
 */
final class Quiet implements Invariant {

    private static final String COMMITTED = "I5 (everything is committed at the end)";
    private static final String ONE = "I6 (exactly one of each)";
    private static final String FOREIGN = "I2 (foreign entries stay)";

    private final Scene scene;
    private final Operator operator;

    Quiet(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
    }

    @Override
    public void atRest(Course course) {
        if (operator.hasActed()) {
            return;
        }
        for (JsonNode rulestack : scene.service().tenant().path("Rulestacks")) {
            String name = rulestack.path("RuleStackName").asText();
            JsonNode candidate = rulestack.path(Tenant.CANDIDATE);
            boolean certain = course.scenario().changes().stream()
                    .filter(change -> change.rulestack().equals(name))
                    .allMatch(course::isCertain);
            if (certain && !candidate.equals(rulestack.path(Tenant.RUNNING))) {
                scene.broken(COMMITTED, name, "candidate " + candidate + " running " + rulestack.path(Tenant.RUNNING));
            }
            judgeRules(name, candidate.path("Rules").path(Models.LIST));
        }
    }

    private void judgeRules(String rulestack, JsonNode rules) {
        Set<String> names = new HashSet<>();
        for (JsonNode rule : rules) {
            String name = rule.at("/RuleEntry/RuleName").asText();
            if (!names.add(name) || name.contains("--")) {
                scene.broken(ONE, rulestack, name + " stands at " + rule.path("Priority") + " too");
            }
        }
        if (!rulestack.startsWith("made-") && !names.contains(Ground.FOREIGN_RULE)) {
            scene.broken(FOREIGN, rulestack, Ground.FOREIGN_RULE + " is gone");
        }
    }
}
