package com.paloaltonetworks.cloudngfw.core.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption.Death;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption.LostAnswer;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption.Twice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A type's handlers in a rough world: one invocation after the other is interrupted as listed; after the last all is calm. */
public final class Interruptions {

    /** How long it takes until somebody sees that an invocation is dead. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    private final Function<Platform, ? extends RequestStreamHandler> handlers;
    private final Deque<Interruption> ahead = new ArrayDeque<>();
    private final List<Interruption> met = new ArrayList<>();

    public Interruptions(Function<Platform, ? extends RequestStreamHandler> handlers) {
        this.handlers = handlers;
    }

    /** What befalls the invocations from now on. */
    public void expect(List<Interruption> interruptions) {
        met.clear();
        ahead.clear();
        ahead.addAll(interruptions);
    }

    /** What has happened since {@link #expect}. */
    public List<Interruption> met() {
        return List.copyOf(met);
    }

    public RequestStreamHandler on(Platform platform) {
        return (in, out, context) -> deliver(platform, in, out, context);
    }

    private void deliver(Platform platform, InputStream in, OutputStream out, Context lambda) throws IOException {
        ObjectNode payload = Driver.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        while (ahead.peek() instanceof Death death) {
            met.add(ahead.remove());
            answer(new RewiredPlatform(platform, network -> cut(network, death)), payload, lambda);
            platform.pause(NOTICE);
            if (!death.contextKept()) {
                payload.putNull("callbackContext");
            }
        }
        Interruption next = ahead.poll();
        if (next != null) {
            met.add(next);
        }
        if (next instanceof LostAnswer lost) {
            out.write(answer(new RewiredPlatform(platform, network -> deaf(network, lost)), payload, lambda));
        } else if (next instanceof Twice twice) {
            out.write(twice(platform, () -> answer(platform, payload, lambda), twice.atOnce()));
        } else {
            out.write(answer(platform, payload, lambda));
        }
    }

    private byte[] answer(Platform platform, ObjectNode payload, Context lambda) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] request = payload.toString().getBytes(StandardCharsets.UTF_8);
        handlers.apply(platform).handleRequest(new ByteArrayInputStream(request), answer, lambda);
        return answer.toByteArray();
    }

    private static byte[] twice(Platform platform, Callable<byte[]> invocation, boolean atOnce) throws IOException {
        try {
            return atOnce
                    ? platform.inParallel(List.of(invocation, invocation)).get(0)
                    : List.of(invocation.call(), invocation.call()).get(0);
        } catch (IOException | RuntimeException unchanged) {
            throw unchanged;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private static Transport cut(Transport network, Death death) {
        AtomicInteger calls = new AtomicInteger();
        return request -> {
            int call = calls.incrementAndGet();
            if (call < death.call()) {
                return network.send(request);
            }
            if (call == death.call() && death.effect()) {
                network.send(request);
            }
            throw new Killed();
        };
    }

    private static Transport deaf(Transport network, LostAnswer lost) {
        AtomicInteger calls = new AtomicInteger();
        return request -> {
            boolean hit = calls.incrementAndGet() == lost.call();
            if (!hit) {
                return network.send(request);
            }
            if (lost.effect()) {
                network.send(request);
            }
            throw new NgfwException(NgfwException.Kind.NETWORK, "the answer was lost");
        };
    }

    /** Nothing in the handlers may live on after this. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }
}
