package com.paloaltonetworks.cloudngfw.client;

/** The admin roles of the service; each has a token of its own, and a call made with another one is refused. */
public enum AdminKind {
    FIREWALL("cloudfirewalladmin", "CloudNGFWFirewallAdmin=Yes (older tenants: NGFWaasRole=CloudFirewallAdmin)"),
    RULESTACK("cloudrulestackadmin", "CloudNGFWRulestackAdmin=Yes (older tenants: NGFWaasRole=CloudRulestackAdmin)"),
    GLOBAL_RULESTACK(
            "cloudglobalrulestackadmin",
            "CloudNGFWGlobalRulestackAdmin=Yes (older tenants: NGFWaasRole=CloudGlobalRulestackAdmin)");

    private final String tokenPath;
    private final String tags;

    AdminKind(String tokenPath, String tags) {
        this.tokenPath = tokenPath;
        this.tags = tags;
    }

    /** Last segment of the path that its tokens are bought at. */
    String tokenPath() {
        return tokenPath;
    }

    /** The tag that lets an IAM role buy its tokens, in both generations of names; the oldest global one is a guess. */
    String tags() {
        return tags;
    }
}
