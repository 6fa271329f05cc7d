package com.paloaltonetworks.cloudngfw.client;

/** A rule's place in its list. */
public record RuleSlot(int priority, String ruleName) {

    /** @throws IllegalArgumentException for what is no place of a rule, as a wrong answer may say */
    public RuleSlot {
        if (priority < 1 || ruleName == null) {
            throw new IllegalArgumentException("a rule has a priority and a name");
        }
    }
}
