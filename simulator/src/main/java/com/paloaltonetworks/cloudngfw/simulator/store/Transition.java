package com.paloaltonetworks.cloudngfw.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a firewall under way.
 *
 * @param failure why it is bound to fail; null if it will succeed
 * @param before the resource as it was, put back when an update fails
 */
public record Transition(
        Kind kind,
        Instant endsAt,
        @Nullable String failure,
        @Nullable ObjectNode before) {
    /** The words of FirewallStatus. */
    public enum Kind {
        CREATE("CREATING", "CREATE_COMPLETE", "CREATE_FAIL"),
        UPDATE("UPDATING", "UPDATE_COMPLETE", "UPDATE_FAIL"),
        DELETE("DELETING", "DELETE_COMPLETE", "DELETE_FAIL");

        public final String underWay;
        public final String complete;
        public final String failed;

        Kind(String underWay, String complete, String failed) {
            this.underWay = underWay;
            this.complete = complete;
            this.failed = failed;
        }
    }
}
