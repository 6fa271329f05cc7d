package com.paloaltonetworks.cloudngfw.policy;

import java.util.List;

/** What a firewall enforces: its local rulestack, its global one, or both. The order of the two does not matter. */
public record Policy(List<Rulestack> rulestacks) {}
