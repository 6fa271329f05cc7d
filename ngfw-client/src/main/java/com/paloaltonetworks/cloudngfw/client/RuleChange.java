package com.paloaltonetworks.cloudngfw.client;

/** One uncommitted change of a rule. */
public record RuleChange(int priority, String ruleName, Operation operation) {}
