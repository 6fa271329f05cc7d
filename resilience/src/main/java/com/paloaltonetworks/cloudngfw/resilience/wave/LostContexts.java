package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Delivers some events as if they were their operation's first: without the context that the last one left. Once in an
 * operation, as its time-outs begin anew with that. Not of creations, which then find their own work and answer AlreadyExists,
 * as documented: the fault sweep judges those.
 */
final class LostContexts implements Interference {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double RATE = 0.1;

    private final Scene scene;
    private final Interference further;
    private final Random chances;
    private final Set<String> struck = ConcurrentHashMap.newKeySet();

    /** @param further what happens to an event, and everything else, then */
    LostContexts(Scene scene, Interference further) {
        this.scene = scene;
        this.further = further;
        this.chances = Knob.CONTEXT_LOST.chances(scene.scenario().seed());
    }

    @Override
    public Transport onWire(Transport wire) {
        return further.onWire(wire);
    }

    @Override
    public Function<Call, Answer> atDoor(Function<Call, Answer> service) {
        return further.atDoor(service);
    }

    @Override
    public Function<Platform, RequestStreamHandler> onInvocation(
            ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
        Function<Platform, RequestStreamHandler> next = further.onInvocation(kind, handlers);
        return scene.scenario().has(Knob.CONTEXT_LOST)
                ? container -> (in, out, context) ->
                        next.apply(container).handleRequest(chances.nextDouble() < RATE ? first(in) : in, out, context)
                : next;
    }

    private InputStream first(InputStream in) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(in);
        boolean creates = event.path("action").asText().equals("CREATE");
        if (!creates
                && !event.path("callbackContext").isNull()
                && struck.add(event.path("bearerToken").asText())) {
            scene.note(event.at("/requestData/logicalResourceId").asText(), "is called again without its context");
            event.putNull("callbackContext");
        }
        return new ByteArrayInputStream(JSON.writeValueAsBytes(event));
    }
}
