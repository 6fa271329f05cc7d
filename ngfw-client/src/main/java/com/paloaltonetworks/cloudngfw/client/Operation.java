package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What an uncommitted change does to the running configuration. None, or a word we do not know, counts as a change of
 * content.
 */
public enum Operation {
    ADD,
    @JsonEnumDefaultValue
    UPDATE,
    DELETE
}
