package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;

/** I4: a commit is posted only by an invocation whose latest look at the commit's status did not find one running. */
final class CommitsWhenIdle implements Invariant {

    private static final String NAME = "I4 (commits only when idle)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene;

    CommitsWhenIdle(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        if (isCommit(call) && call.method().equals("POST")) {
            String seen = delivery.commitStatus();
            if (seen == null || seen.equals("Pending")) {
                scene.broken(NAME, delivery.change().id(), call.path() + " after it saw status " + seen);
            }
        }
    }

    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        if (isCommit(call) && call.method().equals("GET") && answer.status() == 200) {
            delivery.saw(status(answer.body()));
        }
    }

    private static boolean isCommit(Call call) {
        return call.path().endsWith("/commit");
    }

    private static String status(String body) {
        try {
            return JSON.readTree(body).at("/Response/CommitStatus").asText("none");
        } catch (JsonProcessingException noJson) {
            return "none";
        }
    }
}
