package com.paloaltonetworks.cloudngfw.client;

import org.jspecify.annotations.Nullable;

/** One uncommitted change of a rule. */
public record RuleChange(int priority, String ruleName, Operation operation) {

    public RuleChange(int priority, String ruleName, @Nullable Operation operation) {
        this.priority = priority;
        this.ruleName = ruleName;
        this.operation = operation == null ? Operation.UPDATE : operation;
    }
}
