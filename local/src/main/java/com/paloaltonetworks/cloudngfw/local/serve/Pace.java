package com.paloaltonetworks.cloudngfw.local.serve;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** How time passes for callers from outside. */
interface Pace {

    /** Work that takes simulated time. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work of a caller who was told to come again not before a moment; an earlier one for a caller who was not. */
    <T> T during(Instant due, Work<T> work) throws IOException;

    /** Lets time pass that an answer takes. */
    void pass(Duration duration);

    /** Lets simulated time catch up with the machine's, where that does not happen by itself. */
    void catchUp();

    /** Whether callers that were asked to wait need not. */
    boolean skipsWaiting();
}
