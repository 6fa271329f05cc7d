package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.FirewallPage.FirewallKey;
import org.jspecify.annotations.Nullable;

/** The firewalls of a tenant of generation V1. */
public final class FirewallsApi {

    static final String PATH = "/v1/config/ngfirewalls";

    private final Api api;

    FirewallsApi(Api api) {
        this.api = api;
    }

    /**
     * One page of firewalls.
     *
     * @param nextToken of the page before; null for the first
     * @param maxResults 1 to 1024
     */
    public FirewallPage list(FirewallFilter filter, @Nullable String nextToken, int maxResults) {
        JsonNode page = api.get(
                PATH,
                Params.of("RuleStackName", filter.ruleStackName())
                        .and("VpcIds", filter.vpcIds())
                        .and("MaxResults", maxResults)
                        .and("NextToken", nextToken));
        return new FirewallPage(Api.elements(page, "Firewalls", FirewallKey.class), Api.nextToken(page, nextToken));
    }

    /** @param accountId owner, twelve digits */
    public FirewallApi firewall(String name, String accountId) {
        return new FirewallApi(api, name, accountId);
    }
}
