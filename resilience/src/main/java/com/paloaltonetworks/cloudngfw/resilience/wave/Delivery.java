package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event given to a handler, and what this invocation has seen so far. */
final class Delivery {

    /** Goes along with each of its requests, unsigned. */
    static final String HEADER = "X-Delivery";

    private final int number;
    private final Change change;
    private final Set<String> secrets = new HashSet<>();
    private @Nullable String commitStatus;

    Delivery(int number, Change change) {
        this.number = number;
        this.change = change;
    }

    int number() {
        return number;
    }

    Change change() {
        return change;
    }

    /** Keys and tokens that it was given. */
    Set<String> secrets() {
        return secrets;
    }

    void saw(String status) {
        commitStatus = status;
    }

    /** What it last read; null before. */
    @Nullable
    String commitStatus() {
        return commitStatus;
    }
}
