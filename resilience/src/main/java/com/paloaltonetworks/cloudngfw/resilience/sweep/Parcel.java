package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.NoAnswer;
import com.paloaltonetworks.cloudngfw.resilience.cloud.LoggedContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

/** What CloudFormation sends to a handler, for one process or for several. */
record Parcel(Platform container, Function<Platform, RequestStreamHandler> handlers, String payload, Context context) {

    /**
     * The handler's answer.
     *
     * @param log takes the lines that the handler logs
     * @throws NoAnswer if the process dies
     */
    byte[] deliverTo(Invocation invocation, Consumer<String> log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handlers.apply(invocation)
                    .handleRequest(
                            new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
                            out,
                            LoggedContext.of(context, log));
        } catch (Invocation.ProcessDied died) {
            throw new NoAnswer("died");
        }
        if (invocation.isDead()) {
            throw new NoAnswer("died");
        }
        return out.toByteArray();
    }
}
