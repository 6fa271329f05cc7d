package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.RuleList;

/** A rule as its owner knows it: it keeps its name when its priority changes. */
record RuleKey(RuleList list, String name) {

    @Override
    public String toString() {
        return "rule " + name;
    }
}
