package com.paloaltonetworks.cloudngfw.client;

/** The rule lists: a local rulestack has the first, a global one the other two. */
public enum RuleList {
    LOCAL_RULE("LocalRule"),
    PRE_RULE("PreRule"),
    POST_RULE("PostRule");

    private final String wireName;

    RuleList(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
