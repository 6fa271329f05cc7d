package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.LoggedContext;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Stands between CloudFormation, handlers and the service: disturbs as the scenario says, and tells the invariants. */
final class Watch implements Interference {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DOUBLED = 0.15;

    /** An event is delivered again when the answer to the first delivery was late; here, soon enough for both. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration MOST_CLOCK_ERROR = Duration.ofSeconds(30);
    private static final int LONGEST_ERROR = 200;

    private final Scene scene;
    private final Mishaps mishaps;
    private final Turnstile turnstile;
    private final List<Invariant> invariants;
    private final Random again;
    private final Random atOnce;
    private final Random clocks;
    private final Map<String, Change> underWay = new HashMap<>();
    private final Map<String, Delivery> deliveries = new HashMap<>();
    private int numbers;

    Watch(Scene scene, List<Invariant> invariants, Turnstile turnstile) {
        this.scene = scene;
        this.turnstile = turnstile;
        this.mishaps = new Mishaps(scene);
        this.invariants = invariants;
        this.again = Knob.DELIVERED_AGAIN.chances(scene.scenario().seed());
        this.clocks = Knob.CLOCKS_DIFFER.chances(scene.scenario().seed());
        this.atOnce = Knob.DELIVERED_TWICE_AT_ONCE.chances(scene.scenario().seed());
    }

    void begins(Change change) {
        underWay.put(change.id(), change);
        scene.note(change.id(), "begins: " + change.kind());
        invariants.forEach(invariant -> invariant.begins(change));
    }

    void ends(Change change, Result result) {
        scene.note(
                change.id(),
                "ends: " + result.status()
                        + (result.message() == null ? "" : " " + result.errorCode() + ": " + result.message()));
        invariants.forEach(invariant -> invariant.ended(change, result));
    }

    void atRest(Course course) {
        invariants.forEach(invariant -> invariant.atRest(course));
    }

    @Override
    public Transport onWire(Transport wire) {
        return mishaps.on(request -> {
            Delivery delivery = deliveries.get(request.headers().get(Delivery.HEADER));
            if (delivery != null) {
                turnstile.pass(delivery.change().id(), request);
            }
            return wire.send(request);
        });
    }

    @Override
    public Function<Call, Answer> atDoor(Function<Call, Answer> service) {
        return call -> {
            Delivery delivery = deliveries.get(call.header(Delivery.HEADER));
            if (delivery == null) {
                return service.apply(call);
            }
            invariants.forEach(invariant -> invariant.arrives(call, delivery));
            Answer answer = service.apply(call);
            turnstile.answered(call, answer);
            invariants.forEach(invariant -> invariant.answered(call, answer, delivery));
            scene.note(delivery.change().id(), told(call, answer));
            return answer;
        };
    }

    private static String told(Call call, Answer answer) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        String written = call.method().equals("GET") || !call.path().startsWith("/v1/config") ? "" : " " + body;
        String error = answer.status() < 400
                ? ""
                : " "
                        + answer.body()
                                .substring(
                                        0, Math.min(LONGEST_ERROR, answer.body().length()));
        return call.method() + " " + call.path() + written + " -> " + answer.status() + error;
    }

    @Override
    public Function<Platform, RequestStreamHandler> onInvocation(
            ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
        return container -> (in, out, context) -> {
            byte[] event = in.readAllBytes();
            Callable<byte[]> once = () -> deliver(event, container, handlers, context);
            try {
                out.write(delivered(once));
            } catch (IOException | RuntimeException broken) {
                throw broken;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private byte[] delivered(Callable<byte[]> once) throws Exception {
        Scenario scenario = scene.scenario();
        if (scenario.has(Knob.DELIVERED_TWICE_AT_ONCE) && atOnce.nextDouble() < DOUBLED) {
            return scene.scheduler().inParallel(List.of(once, once)).get(0);
        }
        Instant began = scene.scheduler().now();
        byte[] first = once.call();
        boolean doubled = scenario.has(Knob.DELIVERED_AGAIN) && again.nextDouble() < DOUBLED;
        return doubled && scene.scheduler().now().isBefore(began.plus(SOON)) ? once.call() : first;
    }

    private byte[] deliver(
            byte[] event, Platform container, Function<Platform, RequestStreamHandler> handlers, Context context)
            throws IOException {
        JsonNode data = JSON.readTree(event).path("requestData");
        Change change = underWay.get(data.path("logicalResourceId").asText());
        Instant began = scene.scheduler().now();
        Delivery delivery = new Delivery(++numbers, change, began, clockErrorOf(change));
        data.path("callerCredentials").forEach(key -> delivery.secrets().add(key.asText()));
        deliveries.put(String.valueOf(delivery.number()), delivery);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handlers.apply(new DeliveryPlatform(container, delivery))
                .handleRequest(new ByteArrayInputStream(event), answer, listened(context, delivery));
        String told = answer.toString(StandardCharsets.UTF_8);
        Duration took = Duration.between(began, scene.scheduler().now());
        invariants.forEach(invariant -> invariant.returned(delivery, told, took));
        deliveries.remove(String.valueOf(delivery.number()));
        return answer.toByteArray();
    }

    private Duration clockErrorOf(Change change) {
        if (!scene.scenario().has(Knob.CLOCKS_DIFFER)) {
            return Duration.ZERO;
        }
        Duration error = Duration.ofMillis(Math.round((clocks.nextDouble() * 2 - 1) * MOST_CLOCK_ERROR.toMillis()));
        scene.note(change.id(), "is called where the clock is " + error.toMillis() + " ms fast");
        return error;
    }

    private Context listened(Context context, Delivery delivery) {
        return LoggedContext.of(context, line -> invariants.forEach(invariant -> invariant.logged(delivery, line)));
    }
}
