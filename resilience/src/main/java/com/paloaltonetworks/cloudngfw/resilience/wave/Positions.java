package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everybody stands: two courses at one moment with the same state of the service and the same positions go on alike.
 *
 * <p>A handler depends on nothing but the event that it was given and the answers that it got since then, all chances being
 * even; and an event on nothing but what the last invocation returned. What is written down of a change is therefore a digest of
 * the event that was returned last and of the answers since.
 */
final class Positions implements Invariant {

    private final Scene scene;
    private final Map<String, String> positions = new TreeMap<>();

    Positions(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        // Sessions and tokens are new each time they are given, and mean the same.
        String told = call.path().startsWith("/v1/config") ? answer.body() : "";
        goesOn(delivery, call.method() + call.path() + answer.status() + told);
    }

    @Override
    public void returned(Delivery delivery, String event, Duration took) {
        if (event.contains("\"IN_PROGRESS\"")) {
            positions.put(delivery.change().id(), "");
        }
        goesOn(delivery, scene.scheduler().now() + event);
    }

    @Override
    public void ended(Change change, Result result) {
        positions.put(
                change.id(),
                digest(List.of(
                        String.valueOf(result.status()),
                        String.valueOf(result.errorCode()),
                        String.valueOf(result.physicalId()))));
    }

    private void goesOn(Delivery delivery, String what) {
        positions.merge(delivery.change().id(), digest(List.of(what)), (before, now) -> digest(List.of(before, now)));
    }

    /** @param waiting when those who wait will go on */
    String state(String waiting) {
        // How often it was asked does not matter to the service.
        JsonNode service = scene.service().saveState().without("Requests");
        return digest(List.of(waiting, service.toString(), positions.toString()));
    }

    private static String digest(List<String> parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
