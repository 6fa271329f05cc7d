package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change as people make it to a template.
 *
 * @param one a rule, by its place in the template, counted round
 * @param other another, or the same
 */
record TemplateEdit(Kind kind, int one, int other) {

    /** What is done, to one rule or to a whole part of the model. What is new comes from a donor. */
    enum Kind {
        REMOVE_RULE,
        ADD_RULE,
        RENAME_RULE,
        MOVE_RULE,
        SWAP_PRIORITIES,
        ROTATE_PRIORITIES,
        CHANGE_RULE,
        CHANGE_SETTINGS,
        CHANGE_OBJECTS,
        CHANGE_FILE_TYPES,
        CHANGE_TAGS
    }

    static Arbitrary<TemplateEdit> edits() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 5);
        return Combinators.combine(Arbitraries.of(Kind.class), places, places).as(TemplateEdit::new);
    }

    void apply(ObjectNode model, ObjectNode donor) {
        ArrayNode rules = model.withArrayProperty("RuleList");
        switch (kind) {
            case CHANGE_SETTINGS -> exchange(model, donor, "RuleStack");
            case CHANGE_OBJECTS -> exchange(model, donor, "SecurityObjects");
            case CHANGE_FILE_TYPES -> exchange(model, donor, "CustomSecurityProfiles");
            case CHANGE_TAGS -> exchange(model, donor, "Tags");
            case ADD_RULE -> rules.addAll(donor.withArrayProperty("RuleList"));
            default -> {
                if (!rules.isEmpty()) {
                    applyToRules(rules);
                }
            }
        }
    }

    private void applyToRules(ArrayNode rules) {
        ObjectNode rule = (ObjectNode) rules.get(one % rules.size());
        switch (kind) {
            case REMOVE_RULE -> rules.remove(one % rules.size());
            case RENAME_RULE -> rule.put("RuleName", "renamed-" + other);
            case MOVE_RULE -> rule.put("Priority", 2 * (other + 8));
            case SWAP_PRIORITIES -> swap(rule, (ObjectNode) rules.get(other % rules.size()));
            case ROTATE_PRIORITIES -> {
                for (int index = 1; index < rules.size(); index++) {
                    swap((ObjectNode) rules.get(0), (ObjectNode) rules.get(index));
                }
            }
            default -> rule.put("Action", "DenyResetBoth").put("Description", "edited " + other);
        }
    }

    private static void swap(ObjectNode one, ObjectNode other) {
        JsonNode place = one.path("Priority");
        one.set("Priority", other.path("Priority"));
        other.set("Priority", place);
    }

    private static void exchange(ObjectNode model, ObjectNode donor, String member) {
        if (donor.has(member)) {
            model.set(member, donor.path(member).deepCopy());
        } else {
            model.remove(member);
        }
    }
}
