package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.RuleProblems;
import com.paloaltonetworks.cloudngfw.core.content.TagProblems;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything wrong with a wanted rule that its schema cannot say. */
final class SecurityRuleProblems {

    /** The service takes 200; the mark of the stack is one of them. */
    private static final int MOST_TAGS = 199;

    private static final int LONGEST_TAG = 128;

    private SecurityRuleProblems() {}

    static List<Problem> of(ResourceModel desired) {
        List<Problem> problems =
                new ArrayList<>(RuleProblems.of("", RuleMapper.toEntry(desired, Map.of()), desired.getPriority()));
        String name = desired.getRuleName();
        if (name != null && TemporaryName.isTemporary(name)) {
            problems.add(Problem.at("/RuleName", name, "names with this ending are for copies of rules on the move"));
        }
        problems.addAll(tagProblems(Objects.requireNonNullElse(desired.getTags(), List.of())));
        return problems;
    }

    private static List<Problem> tagProblems(List<Tag> tags) {
        List<String> keys = tags.stream().map(Tag::getKey).toList();
        List<Problem> problems = new ArrayList<>(TagProblems.of("/Tags", keys, MOST_TAGS));
        for (int index = 0; index < tags.size(); index++) {
            String value = tags.get(index).getValue();
            if (value.length() > LONGEST_TAG) {
                problems.add(Problem.at(
                        "/Tags/" + index + "/Value",
                        value,
                        "the tag of a rule has at most " + LONGEST_TAG + " characters"));
            }
        }
        return problems;
    }
}
