package com.paloaltonetworks.cloudngfw.client;

import java.util.List;

/** A rule list in both views, by ascending priority, and what a commit would change. */
public record RuleListing(List<RuleSlot> candidate, List<RuleSlot> running, List<RuleChange> uncommitted) {}
