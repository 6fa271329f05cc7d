package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;

/** A tag of a rulestack, a rule or a firewall. */
@Builder(toBuilder = true)
public record Tag(String key, String value) {

    public Tag {
        if (key == null || value == null) {
            throw new IllegalArgumentException("a tag has a key and a value");
        }
    }
}
