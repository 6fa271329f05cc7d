package com.paloaltonetworks.cloudngfw.core.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What may happen to an invocation on its way: Lambda delivers it twice, or CloudFormation loses the callback context. */
final class Deliveries {

    /** The ways. */
    enum Way {
        ONCE,
        TWICE_IN_TURN,
        TWICE_AT_ONCE
    }

    private final Function<Platform, ? extends RequestStreamHandler> handlers;
    private Way way = Way.ONCE;
    private int untilLoss = -1;

    Deliveries(Function<Platform, ? extends RequestStreamHandler> handlers) {
        this.handlers = handlers;
    }

    /** Every invocation from now on is delivered like this; the caller hears the first one's answer. */
    void deliver(Way next) {
        way = next;
    }

    /** The context of the invocation with this number, counted from now and from 1, is lost. */
    void loseContextOf(int invocation) {
        untilLoss = invocation;
    }

    RequestStreamHandler on(Platform platform) {
        return (in, out, context) -> deliver(platform, in, out, context);
    }

    private void deliver(Platform platform, InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode request = Driver.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        if (--untilLoss == 0) {
            request.putNull("callbackContext");
        }
        byte[] payload = request.toString().getBytes(StandardCharsets.UTF_8);
        Callable<byte[]> invocation = () -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handlers.apply(platform).handleRequest(new ByteArrayInputStream(payload), answer, context);
            return answer.toByteArray();
        };
        out.write(answers(platform, invocation).get(0));
    }

    private List<byte[]> answers(Platform platform, Callable<byte[]> invocation) throws IOException {
        try {
            return switch (way) {
                case ONCE -> List.of(invocation.call());
                case TWICE_IN_TURN -> List.of(invocation.call(), invocation.call());
                case TWICE_AT_ONCE -> platform.inParallel(List.of(invocation, invocation));
            };
        } catch (IOException | RuntimeException unchanged) {
            throw unchanged;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
