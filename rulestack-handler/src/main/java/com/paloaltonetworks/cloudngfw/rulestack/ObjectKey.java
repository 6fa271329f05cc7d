package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.ObjectKind;

/** An object of a rulestack; names are unique within a kind. */
record ObjectKey(ObjectKind<?> kind, String name) {

    @Override
    public String toString() {
        return kind.displayName() + " " + name;
    }
}
