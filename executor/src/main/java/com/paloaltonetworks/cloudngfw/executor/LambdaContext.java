package com.paloaltonetworks.cloudngfw.executor;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The part of Lambda's context that a handler sees when it runs outside Lambda. The time that remains is always the longest
 * that CloudFormation waits for one answer: nothing here measures an invocation.
 *
 * @param log takes what the handler logs, from any of its threads
 */
public record LambdaContext(String requestId, String function, String arn, Consumer<String> log) implements Context {

    /** An invocation that nobody asks about: its log goes nowhere. */
    static final LambdaContext UNWATCHED = new LambdaContext(
            "00000000-0000-0000-0000-000000000000",
            "TypeFunction",
            "arn:aws:lambda:us-east-1:123456789012:function:TypeFunction",
            message -> {});

    @Override
    public String getAwsRequestId() {
        return requestId;
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
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn;
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
        return Math.toIntExact(Action.CREATE.invocationLimit().toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log.accept(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
