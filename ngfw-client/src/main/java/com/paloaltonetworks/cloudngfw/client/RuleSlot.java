package com.paloaltonetworks.cloudngfw.client;

/** A rule's place in its list. */
public record RuleSlot(int priority, String ruleName) {}
