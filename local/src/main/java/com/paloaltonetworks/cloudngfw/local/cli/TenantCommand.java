package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "tenant",
        description = "Shows what the simulated service holds, and how often it was called.",
        mixinStandardHelpOptions = true)
final class TenantCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        JsonNode tenant;
        try (LocalCloud cloud = common.look()) {
            tenant = cloud.tenant();
        }
        if (common.json()) {
            common.print(tenant);
            return 0;
        }
        if (tenant.path("Rulestacks").isEmpty() && tenant.path("Firewalls").isEmpty()) {
            common.out().println("The tenant holds nothing");
        }
        tenant.path("Rulestacks")
                .forEach(rulestack -> common.out()
                        .println("rulestack "
                                + rulestack.path("RuleStackName").asText() + ": "
                                + rulestack.path("RuleStackState").asText() + ", commits "
                                + rulestack.path("CommitCount").asText()));
        tenant.path("Firewalls")
                .forEach(firewall -> common.out()
                        .println("firewall "
                                + firewall.path("FirewallName").asText() + ": "
                                + firewall.path("Status").path("FirewallStatus").asText()));
        tenant.path("Requests")
                .properties()
                .forEach(entry -> common.out().println("requests " + entry.getValue() + " x " + entry.getKey()));
        common.out().flush();
        return 0;
    }
}
