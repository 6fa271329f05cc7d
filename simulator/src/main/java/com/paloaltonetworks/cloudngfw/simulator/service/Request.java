package com.paloaltonetworks.cloudngfw.simulator.service;

import java.util.Map;

/**
 * A call that passed the gateway.
 *
 * @param path the values of the template's placeholders, by name
 */
record Request(String region, Map<String, String> path, Parameters parameters, Caller caller) {
    /** The value of a placeholder. */
    String at(String placeholder) {
        return path.getOrDefault(placeholder, "");
    }
}
