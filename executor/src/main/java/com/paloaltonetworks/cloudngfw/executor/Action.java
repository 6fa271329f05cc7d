package com.paloaltonetworks.cloudngfw.executor;

import java.time.Duration;

/** The handlers of a resource type, and how long CloudFormation waits for one invocation of each. */
public enum Action {
    CREATE(60),
    READ(30),
    UPDATE(60),
    DELETE(60),
    LIST(30);

    private final int seconds;

    Action(int seconds) {
        this.seconds = seconds;
    }

    public Duration invocationLimit() {
        return Duration.ofSeconds(seconds);
    }

    /** READ and LIST answer at once, with nothing but success or failure. */
    public boolean isSynchronous() {
        return this == READ || this == LIST;
    }
}
