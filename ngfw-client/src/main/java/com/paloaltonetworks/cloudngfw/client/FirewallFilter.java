package com.paloaltonetworks.cloudngfw.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which firewalls to list.
 *
 * @param ruleStackName only those with this rulestack; null for all
 * @param vpcIds only those in these VPCs; empty for all
 */
public record FirewallFilter(@Nullable String ruleStackName, List<String> vpcIds) {

    public static final FirewallFilter ALL = new FirewallFilter(null, List.of());

    public FirewallFilter {
        vpcIds = List.copyOf(vpcIds);
    }
}
