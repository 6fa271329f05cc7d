package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;

/** What one invocation logs, as Lambda would keep it. A handler's parallel requests log too. */
final class InvocationLog {

    private static final int TAIL = 4096;

    private final String requestId;
    private final StringBuilder lines = new StringBuilder();

    InvocationLog(String requestId) {
        this.requestId = requestId;
        add("START RequestId: " + requestId + " Version: $LATEST");
    }

    synchronized void add(String line) {
        lines.append(line.endsWith("\n") ? line : line + "\n");
    }

    /** Ends the log; its last 4 KB in Base64, as a caller with {@code X-Amz-Log-Type: Tail} gets them. */
    synchronized String tail() {
        add("END RequestId: " + requestId);
        byte[] all = lines.toString().getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length));
    }
}
