package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.Arrays;
import java.util.Base64;

/** Lambda's view of one invocation: a function's name, and what the handler has logged. */
final class InvocationContext implements Context {

    private static final int TAIL = 4096;
    /** The longest that CloudFormation waits for one answer. */
    private static final int REMAINING_MILLIS = 60_000;

    private final String requestId;
    private final String function;
    private final String arn;
    private final StringBuilder log = new StringBuilder();

    InvocationContext(String requestId, String function, String arn) {
        this.requestId = requestId;
        this.function = function;
        this.arn = arn;
        log("START RequestId: " + requestId + " Version: $LATEST");
    }

    /** The last 4 KB of the log in Base64, as a caller with {@code X-Amz-Log-Type: Tail} gets them. */
    synchronized String logTail() {
        log("END RequestId: " + requestId);
        byte[] all = log.toString().getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length));
    }

    /** A handler's parallel requests log too. */
    private synchronized void log(String line) {
        log.append(line.endsWith("\n") ? line : line + "\n");
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                InvocationContext.this.log(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, UTF_8));
            }
        };
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function;
    }

    @Override
    public String getLogStreamName() {
        return requestId;
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return REMAINING_MILLIS;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
