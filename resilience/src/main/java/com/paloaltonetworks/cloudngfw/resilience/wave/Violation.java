package com.paloaltonetworks.cloudngfw.resilience.wave;

/**
 * A broken invariant.
 *
 * @param who the change's id, or a rulestack
 */
public record Violation(String invariant, String who, String what) {

    @Override
    public String toString() {
        return invariant + " broken, " + who + ": " + what;
    }
}
