package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rule and the place it is to have.
 *
 * @param inCandidate what the candidate holds in that place, perhaps known already and perhaps to be asked for
 */
record PlacedRule(RuleEntry entry, int priority, Supplier<@Nullable RuleEntry> inCandidate) {}
