package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.RuleList;

/** A place in a rule list; the service's key of a rule. */
record Slot(RuleList list, int priority) {

    @Override
    public String toString() {
        return list.wireName() + " " + priority;
    }
}
