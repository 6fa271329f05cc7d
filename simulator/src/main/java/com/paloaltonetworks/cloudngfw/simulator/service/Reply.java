package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A successful answer; most stand in {@code Response}, some at top level beside {@code ResponseStatus}. */
record Reply(ObjectNode content, boolean wrapped) {
    static Reply of(ObjectNode content) {
        return new Reply(content, true);
    }

    static Reply unwrapped(ObjectNode content) {
        return new Reply(content, false);
    }
}
