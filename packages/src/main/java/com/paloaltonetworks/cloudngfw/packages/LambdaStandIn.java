package com.paloaltonetworks.cloudngfw.packages;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for Lambda in a process of its own, whose class path is a type's jar and this class: takes one request a line from
 * standard input, and gives one answer a line on standard output. Uses nothing but the JDK and Lambda's interfaces.
 */
public final class LambdaStandIn implements Context {

    private LambdaStandIn() {}

    /**
     * Serves until the input ends.
     *
     * @param args the handler's class, as before the {@code ::} of an entry point
     */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Class<?> type = Class.forName(args[0]);
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            RequestStreamHandler handler =
                    (RequestStreamHandler) type.getConstructor().newInstance();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), answer, new LambdaStandIn());
            answers.println(answer.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public String getAwsRequestId() {
        return "00000000-0000-0000-0000-000000000000";
    }

    @Override
    public String getLogGroupName() {
        return "none";
    }

    @Override
    public String getLogStreamName() {
        return "none";
    }

    @Override
    public String getFunctionName() {
        return "TypeFunction";
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:123456789012:function:TypeFunction";
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
        return 60_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    /** Handler logs go to CloudWatch in Lambda, and nowhere here. */
    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                // nobody reads it
            }

            @Override
            public void log(byte[] message) {
                // nobody reads it
            }
        };
    }
}
