package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event given to a handler, and what this invocation has seen so far. */
final class Delivery {

    /** Goes along with each of its requests, unsigned. */
    static final String HEADER = "X-Delivery";

    private final int number;
    private final Change change;
    private final Instant began;
    private final Duration clockError;
    private final Set<String> secrets = new HashSet<>();
    private @Nullable String commitStatus;
    private boolean lookedLast;
    private boolean lacked;

    /** @param clockError how far the clock of the process that it runs in is fast */
    Delivery(int number, Change change, Instant began, Duration clockError) {
        this.number = number;
        this.change = change;
        this.began = began;
        this.clockError = clockError;
    }

    int number() {
        return number;
    }

    Change change() {
        return change;
    }

    Instant began() {
        return began;
    }

    Duration clockError() {
        return clockError;
    }

    /** Keys and tokens that it was given. */
    Set<String> secrets() {
        return secrets;
    }

    /** The handler asks for something: whatever it saw before is no longer the last thing it saw. */
    void asks(ApiRequest request) {
        String path = request.uri().getPath();
        if (path.startsWith("/v1/config/")
                && !(isCommit(path) && request.method().equals("POST"))) {
            lookedLast = false;
        }
    }

    /** The answer has come back to the handler: one that is lost on its way tells it nothing. */
    void hears(ApiRequest request, ApiResponse answer) {
        if (isCommit(request.uri().getPath()) && request.method().equals("GET")) {
            boolean told = answer.status() == 200;
            commitStatus = told ? CommitCall.status(answer.body()) : commitStatus;
            lookedLast = told || answer.body().contains("does not exist"); // no commit runs where there is no rulestack
        }
    }

    private static boolean isCommit(String path) {
        return path.endsWith("/commit");
    }

    /** It posts a commit: another one would need another look. */
    void starts() {
        lookedLast = false;
    }

    /** The status of a commit that the handler last read; null before. */
    @Nullable
    String commitStatus() {
        return commitStatus;
    }

    /** Whether it has done nothing since it read that. */
    boolean lookedLast() {
        return lookedLast;
    }

    /** What it wants was not in force when it read a commit's status. */
    void lacks() {
        lacked = true;
    }

    boolean lacked() {
        return lacked;
    }
}
