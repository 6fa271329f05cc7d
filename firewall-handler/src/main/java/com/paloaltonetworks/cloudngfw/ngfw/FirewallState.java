package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.FirewallView;
import java.util.Locale;

/** What a firewall's status word means to somebody who waits. */
enum FirewallState {
    /** {@code CREATING}, {@code UPDATING}, {@code DELETING}, and any word we do not know. */
    CHANGING,
    /** {@code CREATE_COMPLETE} or {@code UPDATE_COMPLETE}. */
    SETTLED,
    /** {@code CREATE_FAIL}, {@code UPDATE_FAIL} or {@code DELETE_FAIL}. */
    FAILED,
    /** {@code DELETE_COMPLETE}: as good as not found. */
    GONE;

    static final String DELETING = "DELETING";
    static final String DELETE_FAIL = "DELETE_FAIL";

    static FirewallState of(FirewallView found) {
        String word = word(found);
        if (word.equals("DELETE_COMPLETE")) {
            return GONE;
        }
        if (word.endsWith("_COMPLETE")) {
            return SETTLED;
        }
        return word.endsWith("_FAIL") ? FAILED : CHANGING;
    }

    static String word(FirewallView found) {
        return String.valueOf(found.status().firewallStatus()).toUpperCase(Locale.ROOT);
    }
}
