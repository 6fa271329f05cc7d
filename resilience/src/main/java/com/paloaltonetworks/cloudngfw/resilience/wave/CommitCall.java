package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls about a rulestack's commits: POST starts one, GET reads the status of the latest. */
final class CommitCall {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("/v1/config/rulestacks/([^/]+)/commit");

    private CommitCall() {}

    static boolean isStart(Call call) {
        return call.method().equals("POST") && PATH.matcher(call.path()).matches();
    }

    static boolean isStatusRead(Call call) {
        return call.method().equals("GET") && PATH.matcher(call.path()).matches();
    }

    /** @throws IllegalArgumentException when the call is about something else */
    static String rulestack(Call call) {
        Matcher matcher = PATH.matcher(call.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(call.path());
        }
        return matcher.group(1);
    }

    /** What the answer to a read says; {@code none} when there was no commit yet. */
    static String status(String answer) {
        try {
            return JSON.readTree(answer).at("/Response/CommitStatus").asText("none");
        } catch (JsonProcessingException noJson) {
            return "none";
        }
    }
}
