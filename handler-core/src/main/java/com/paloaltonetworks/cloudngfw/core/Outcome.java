package com.paloaltonetworks.cloudngfw.core;

import java.time.Duration;

/** What a step came to: it is done, or it waits for the service and wants to be run again. */
public sealed interface Outcome {

    record Done() implements Outcome {}

    /** @param message what is being waited for, for the stack's event list */
    record Wait(Duration delay, String message) implements Outcome {}

    static Outcome done() {
        return new Done();
    }

    static Outcome waitFor(Duration delay, String message) {
        return new Wait(delay, message);
    }

    /** There is more to do, but not in this invocation. */
    static Outcome handOver(String message) {
        return new Wait(Duration.ofSeconds(1), message);
    }

    default boolean isDone() {
        return this instanceof Done;
    }
}
