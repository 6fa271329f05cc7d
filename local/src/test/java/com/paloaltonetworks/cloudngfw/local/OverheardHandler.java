package com.paloaltonetworks.cloudngfw.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** A handler whose every word is kept: events with message, model and callback context, and log. */
record OverheardHandler(RequestStreamHandler handler, Secrets secrets, StringBuilder said)
        implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] request = input.readAllBytes();
        JsonNode keys =
                Terminal.json(new String(request, StandardCharsets.UTF_8)).at("/requestData/callerCredentials");
        secrets.add(keys.path("secretAccessKey").asText());
        secrets.add(keys.path("sessionToken").asText());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request), answer, logging(context));
        said.append(answer.toString(StandardCharsets.UTF_8)).append('\n');
        answer.writeTo(output);
    }

    private Context logging(Context context) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                said.append(message).append('\n');
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getLogger") ? logger : method.invoke(context, arguments));
    }
}
