package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Axis.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All traffic that a rule matches.
 *
 * @param boxes their union; they may overlap
 * @param nowhere the part of the rule that nothing can match; null if there is none
 * @param complete whether all boxes are there; a rule that needs too many has none
 */
record Territory(Rule rule, List<Box> boxes, @Nullable Part nowhere, boolean complete) {

    private static final int MOST_BOXES = 2_000;

    static Territory of(Rule rule, Rulestack rulestack) {
        Parts parts = new Parts(rulestack);
        List<Box> boxes = List.of(Box.WHOLE);
        for (Part part : Part.values()) {
            List<Box> alternatives = parts.of(rule.match(), part);
            if (alternatives.isEmpty()) {
                return new Territory(rule, List.of(), part, true);
            }
            if (boxes.size() * alternatives.size() > MOST_BOXES) {
                return new Territory(rule, List.of(), null, false);
            }
            boxes = product(boxes, alternatives);
        }
        return new Territory(rule, boxes, null, true);
    }

    private static List<Box> product(List<Box> some, List<Box> others) {
        List<Box> product = new ArrayList<>();
        for (Box one : some) {
            others.stream().map(one::and).flatMap(Optional::stream).forEach(product::add);
        }
        return product;
    }

    /** Which part it is that matches nothing, in words. */
    String emptiness() {
        return nowhere == null
                ? ""
                : switch (nowhere) {
                    case SOURCE -> emptiness(rule.match().source(), "source");
                    case DESTINATION -> emptiness(rule.match().destination(), "destination");
                    case SERVICE ->
                        rule.match().services().stream().collect(Collectors.joining(", ", "its ports ", " are none"));
                    case APPLICATION, CATEGORY -> throw new IllegalStateException(nowhere + " is never empty");
                };
    }

    private static String emptiness(Rule.Side side, String word) {
        return side.negated()
                ? "its negated " + word + " excludes every address"
                : "the lists of its " + word + " hold nothing";
    }
}
