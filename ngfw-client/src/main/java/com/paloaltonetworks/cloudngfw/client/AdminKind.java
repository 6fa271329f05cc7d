package com.paloaltonetworks.cloudngfw.client;

/** The admin roles of the service; each has a token of its own, and a call made with another one is refused. */
public enum AdminKind {
    FIREWALL,
    RULESTACK,
    GLOBAL_RULESTACK
}
