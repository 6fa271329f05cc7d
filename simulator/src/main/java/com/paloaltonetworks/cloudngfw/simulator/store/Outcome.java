package com.paloaltonetworks.cloudngfw.simulator.store;

import java.util.List;

/** How the latest commit or validation ended. */
public record Outcome(boolean success, List<String> messages) {
    public String status() {
        return success ? "Success" : "Failed";
    }
}
