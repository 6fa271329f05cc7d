package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a failing operation puts the candidate back to: what there was before, but for places that others have taken since.
 * A rule that has lost its place stays where it stands, as it was; one that stands nowhere is left away.
 *
 * @param lost what became of each rule that has lost its place, as a clause
 */
record WayBack(Content content, List<String> lost) {

    private static final int MOST_TOLD = 3;

    static WayBack to(Content former, Survey survey, Ownership owned) {
        Map<Slot, RuleEntry> rules = new HashMap<>();
        Map<Slot, RuleEntry> displaced = new HashMap<>();
        former.rules()
                .forEach((slot, rule) ->
                        (survey.strangerAt(slot, owned).isPresent() ? displaced : rules).put(slot, rule));
        List<String> lost = new ArrayList<>();
        displaced.forEach((slot, rule) -> {
            Optional<Slot> now = standing(survey, slot, rule);
            Predicate<Slot> taken = other -> survey.isOccupied(other) || rules.containsKey(other);
            Optional<Slot> place =
                    now.map(own -> rules.containsKey(own) ? RulePlan.freePlaceBeside(own, taken) : own);
            place.ifPresent(free -> rules.put(free, rule));
            lost.add("rule " + rule.ruleName()
                    + place.map(free -> " stays at " + free).orElse(" is not put back") + ", because " + slot
                    + " is taken by rule "
                    + survey.strangerAt(slot, owned).orElseThrow());
        });
        return new WayBack(
                former.toBuilder().rules(rules).build(), lost.stream().sorted().toList());
    }

    private static Optional<Slot> standing(Survey survey, Slot former, RuleEntry rule) {
        return survey.rules().get(former.list()).candidate().stream()
                .filter(slot -> TemporaryName.isOf(rule.ruleName(), slot.ruleName()))
                .map(slot -> new Slot(former.list(), slot.priority()))
                .findFirst();
    }

    /** To end a failure's message with. */
    String told() {
        StringBuilder told = new StringBuilder();
        lost.stream().limit(MOST_TOLD).forEach(clause -> told.append("; ").append(clause));
        return lost.size() > MOST_TOLD
                ? told.append("; and ").append(lost.size() - MOST_TOLD).append(" more").toString()
                : told.toString();
    }
}
