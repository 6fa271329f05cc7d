package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;

/** A tag of a rulestack, a rule or a firewall. */
@Builder(toBuilder = true)
public record Tag(String key, String value) {}
