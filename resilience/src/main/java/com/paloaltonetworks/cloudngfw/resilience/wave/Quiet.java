package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * I5, at the end: nothing is uncommitted but what the operator left so, or a failed rule says of itself. I6, however often
 * events were delivered: there is exactly one of each, and no copy on the move is left behind. I2 again: what the console made
 * is as it was.
 */
final class Quiet implements Invariant {

    private static final String COMMITTED = "I5 (everything is committed at the end)";
    private static final String ONE = "I6 (exactly one of each)";
    private static final String FOREIGN = "I2 (foreign entries stay)";
    private static final List<String> VIEWS = List.of(Tenant.CANDIDATE, Tenant.RUNNING);

    private final Scene scene;
    private final Operator operator;

    /** What the console had made in each rulestack before the first operation began. */
    private final Map<String, List<JsonNode>> foreign = new TreeMap<>();

    Quiet(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
    }

    @Override
    public void begins(Change change) {
        if (foreign.isEmpty()) {
            Tenant tenant = scene.tenant();
            tenant.rulestacks().forEach(name -> foreign.put(name, foreign(tenant, Tenant.RUNNING, name)));
        }
    }

    private static List<JsonNode> foreign(Tenant tenant, String view, String rulestack) {
        return List.of(
                tenant.ruleNamed(view, rulestack, Ground.FOREIGN_RULE),
                tenant.listNamed(view, rulestack, Ground.FOREIGN_LIST));
    }

    @Override
    public void atRest(Course course) {
        Tenant tenant = scene.tenant();
        for (String rulestack : tenant.rulestacks()) {
            Set<String> left = left(course, rulestack);
            judgeDrafts(tenant, rulestack, left);
            judgeRules(tenant, rulestack, Tenant.CANDIDATE, Set.of());
            judgeRules(tenant, rulestack, Tenant.RUNNING, left);
            for (String view : VIEWS) {
                if (tenant.rulestack(rulestack).path(view).isObject() && foreign.containsKey(rulestack)) {
                    judgeForeign(rulestack, view, foreign(tenant, view, rulestack));
                }
            }
        }
    }

    /** Resources of a rulestack that failed and are not back yet where they were; they are judged by what they say. */
    private static Set<String> left(Course course, String rulestack) {
        return course.scenario().changes().stream()
                .filter(change -> change.rulestack().equals(rulestack) && !course.isCertain(change))
                .map(Change::id)
                .collect(Collectors.toSet());
    }

    private void judgeDrafts(Tenant tenant, String rulestack, Set<String> left) {
        Set<String> open = tenant.uncommitted(rulestack);
        operator.editsOf(rulestack).forEach(edit -> open.remove(Tenant.named(edit.rule())));
        open.removeAll(left);
        if (!open.isEmpty() && !left.contains(rulestack)) {
            scene.broken(COMMITTED, rulestack, "uncommitted: " + open);
        }
    }

    private void judgeRules(Tenant tenant, String rulestack, String view, Set<String> left) {
        JsonNode rules = tenant.rulestack(rulestack).path(view).path("Rules").path(Models.LIST);
        Set<String> names = new HashSet<>();
        for (JsonNode rule : rules) {
            String name = rule.at("/RuleEntry/RuleName").asText();
            if (!left.contains(Tenant.named(name)) && (!names.add(name) || name.contains("--"))) {
                scene.broken(ONE, rulestack, view + ": " + name + " stands at " + rule.path("Priority") + " too");
            }
        }
    }

    /** The operator may have edited the rule; what she wrote is not looked at, since which of it is left depends on her. */
    private void judgeForeign(String rulestack, String view, List<JsonNode> found) {
        List<JsonNode> expected = foreign.get(rulestack);
        boolean edited = operator.editsOf(rulestack).stream()
                .anyMatch(edit -> edit.rule().equals(Ground.FOREIGN_RULE)
                        && edit.entry().path("Description").equals(found.get(0).at("/RuleEntry/Description")));
        boolean same = expected.get(1).equals(found.get(1))
                && (edited || expected.get(0).equals(found.get(0)));
        if (!same) {
            scene.broken(FOREIGN, rulestack, view + ": " + expected + " is now " + found);
        }
    }
}
