package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud.REGION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A person in the console who commits, edits and reverts while the wave is on, or deletes a rulestack. Remembers what she has
 * done where; what the service refused, she has not done.
 */
final class Operator {

    private static final String WHO = "operator";
    private static final int DRAFT_PLACE = 2;

    private final Scene scene;
    private final Random random;
    private final Set<Edit> edits = new LinkedHashSet<>();
    private final Set<String> touched = new TreeSet<>();
    private final Map<String, Instant> removals = new TreeMap<>();
    private final Map<String, Instant> reverts = new TreeMap<>();

    /** A rule that she has written, as she has written it. */
    record Edit(String rulestack, String rule, JsonNode entry) {}

    Operator(Scene scene) {
        this.scene = scene;
        this.random = Knob.OPERATOR.chances(scene.scenario().seed());
    }

    /** Whether she has done anything to a rulestack. */
    boolean hasTouched(String rulestack) {
        return touched.contains(rulestack);
    }

    /** Whether she has deleted a rulestack. */
    boolean hasRemoved(String rulestack) {
        return removals.containsKey(rulestack);
    }

    /** Whether she had deleted a rulestack some time ago. */
    boolean hadRemoved(String rulestack, Duration ago) {
        return hasRemoved(rulestack)
                && scene.scheduler().now().isAfter(removals.get(rulestack).plus(ago));
    }

    /** Whether she has reverted a rulestack at that time or later. */
    boolean hasRevertedSince(String rulestack, Instant since) {
        return reverts.containsKey(rulestack) && !reverts.get(rulestack).isBefore(since);
    }

    /** Whether she has laid hands on this very resource. */
    boolean hasChanged(Change change) {
        return edits.stream()
                .anyMatch(edit -> edit.rulestack().equals(change.rulestack())
                        && change.isOf(ResourceKind.SECURITY_RULE)
                        && Tenant.isNamed(edit.rule(), change.id()));
    }

    /** What she has written in a rulestack, earliest first. */
    List<Edit> editsOf(String rulestack) {
        return edits.stream().filter(edit -> edit.rulestack().equals(rulestack)).toList();
    }

    void work() {
        for (int act = 1 + random.nextInt(3); act > 0; act--) {
            rest(random);
            String rulestack = anyOf(rulestacks());
            try {
                act(random.nextInt(5), rulestack);
            } catch (IllegalStateException refused) {
                scene.note(WHO, "is refused: " + refused.getMessage());
            }
        }
    }

    private void rest(Random chances) {
        long within = 40_000 + scene.scenario().commit().toMillis();
        scene.scheduler().sleep(Duration.ofMillis(Math.round(within * chances.nextDouble())));
    }

    /** Takes one rulestack away with all that is in it, in use or not; nothing when it is not there yet. */
    void removeOne() {
        Random chances = Knob.RULESTACK_REMOVED.chances(scene.scenario().seed());
        rest(chances);
        List<String> rulestacks = rulestacks();
        remove(rulestacks.get(chances.nextInt(rulestacks.size())));
    }

    void remove(String rulestack) {
        if (scene.tenant().rulestacks().contains(rulestack)) {
            scene.note(WHO, "deletes " + rulestack);
            scene.service().console().deleteRulestack(REGION, rulestack);
            removals.put(rulestack, scene.scheduler().now());
        }
    }

    private void act(int lot, String rulestack) {
        switch (lot) {
            case 0 -> commit(rulestack);
            case 1 -> revert(rulestack);
            case 2 -> put(rulestack, Ground.FOREIGN_PLACE, Ground.FOREIGN_RULE);
            case 3 -> put(rulestack, DRAFT_PLACE, "console-draft");
            default -> editOurs();
        }
    }

    void commit(String rulestack) {
        post(rulestack, "commit");
    }

    void revert(String rulestack) {
        post(rulestack, "revert");
        reverts.put(rulestack, scene.scheduler().now());
    }

    private void post(String rulestack, String what) {
        scene.note(WHO, what + " " + rulestack);
        scene.service().console().call(REGION, "POST", "/v1/config/rulestacks/" + rulestack + "/" + what, object());
        touched.add(rulestack);
    }

    void put(String rulestack, int priority, String name) {
        scene.note(WHO, "puts " + name + " to " + priority + " of " + rulestack);
        ObjectNode entry = object().put("RuleName", name).put("Description", "edited " + random.nextInt());
        scene.service().console().putRule(REGION, rulestack, Models.LIST, priority, entry);
        touched.add(rulestack);
        edits.add(new Edit(rulestack, name, entry));
    }

    /** A rule of the stack, where it stands now. */
    private void editOurs() {
        List<Resource> rules = scene.scenario().changes().stream()
                .filter(change -> change.isOf(ResourceKind.SECURITY_RULE))
                .map(Change::resource)
                .toList();
        if (!rules.isEmpty()) {
            Resource rule = anyOf(rules);
            String rulestack = rule.properties().path("RuleStackName").asText();
            int priority = rule.properties().path("Priority").asInt();
            scene.tenant()
                    .ruleAt(rulestack, Models.LIST, String.valueOf(priority))
                    .ifPresent(name -> put(rulestack, priority, name));
        }
    }

    private List<String> rulestacks() {
        List<String> names = new ArrayList<>();
        scene.scenario().changes().forEach(change -> names.add(change.rulestack()));
        return names;
    }

    private <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
