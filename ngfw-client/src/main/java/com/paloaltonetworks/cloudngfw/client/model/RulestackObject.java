package com.paloaltonetworks.cloudngfw.client.model;

/** A named object of a rulestack that rules, profiles or other objects refer to. */
public interface RulestackObject {
    String name();
}
