package com.paloaltonetworks.cloudngfw.client;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of firewalls.
 *
 * @param nextToken what to ask the next page with; null after the last
 */
public record FirewallPage(
        List<FirewallKey> firewalls, @Nullable String nextToken) {

    /** What identifies a firewall of generation V1. */
    public record FirewallKey(String firewallName, @Nullable String accountId) {

        public FirewallKey {
            Objects.requireNonNull(firewallName, "firewallName");
        }
    }
}
