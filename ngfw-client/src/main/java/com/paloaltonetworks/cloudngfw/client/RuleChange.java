package com.paloaltonetworks.cloudngfw.client;

import org.jspecify.annotations.Nullable;

/** One uncommitted change of a rule. */
public record RuleChange(int priority, String ruleName, Operation operation) {

    public RuleChange(int priority, String ruleName, @Nullable Operation operation) {
        RuleSlot slot = new RuleSlot(priority, ruleName);
        this.priority = slot.priority();
        this.ruleName = slot.ruleName();
        this.operation = operation == null ? Operation.UPDATE : operation;
    }
}
