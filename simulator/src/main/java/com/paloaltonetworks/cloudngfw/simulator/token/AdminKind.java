package com.paloaltonetworks.cloudngfw.simulator.token;

import java.util.List;
import java.util.Map;
import lombok.Getter;

/** The kinds of administrator a token can stand for, and the role tags of all three generations that allow it. */
@Getter
@SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
public enum AdminKind {
    FIREWALL(
            "cloudfirewalladmin",
            "CloudNGFWFirewallAdmin",
            List.of(Map.entry("CloudNGFWFirewallAdmin", "Yes"), Map.entry("NGFWaasRole", "CloudFirewallAdmin"))),
    RULESTACK(
            "cloudrulestackadmin",
            "CloudNGFWRulestackAdmin",
            List.of(
                    Map.entry("CloudNGFWRulestackAdmin", "Yes"),
                    Map.entry("CloudNGFWRuleStackAdmin", "Yes"),
                    Map.entry("NGFWaasRole", "CloudRulestackAdmin"))),
    GLOBAL_RULESTACK(
            "cloudglobalrulestackadmin",
            "CloudNGFWGlobalRulestackAdmin",
            List.of(
                    Map.entry("CloudNGFWGlobalRulestackAdmin", "Yes"),
                    Map.entry("CloudNGFWGlobalRuleStackAdmin", "Yes")));

    /** The last segment of the token endpoint. */
    private final String path;
    /** The tag of the current generation. */
    private final String tag;

    private final List<Map.Entry<String, String>> allowing;

    AdminKind(String path, String tag, List<Map.Entry<String, String>> allowing) {
        this.path = path;
        this.tag = tag;
        this.allowing = allowing;
    }

    /** Guess: keys and values are compared exactly. */
    public boolean allowedBy(Map<String, String> roleTags) {
        return allowing.stream().anyMatch(roleTags.entrySet()::contains);
    }
}
