package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;

/** A rule and where it stands. */
record PlacedRule(RuleEntry entry, int priority) {}
