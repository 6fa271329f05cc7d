package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.resilience.sweep.ThirdParty.Act;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The moment of a call: all that a fault can do with it, and with the process that makes it. */
final class Moment {

    /** As long as the client waits for an answer. */
    private static final Duration TIME_OUT = Duration.ofSeconds(10);

    private static final Duration WAY = Duration.ofMillis(200);

    private final Watch watch;
    private final Invocation invocation;
    private final ApiRequest request;
    private final Transport wire;

    Moment(Watch watch, Invocation invocation, ApiRequest request, Transport wire) {
        this.watch = watch;
        this.invocation = invocation;
        this.request = request;
        this.wire = wire;
    }

    /** Carried out and answered as if nothing were wrong. */
    ApiResponse send() {
        ApiResponse answer = wire.send(request);
        watch.getCanaries().learn(answer);
        return answer;
    }

    /** Answered without being carried out: by the gateway in its own words, by STS in its own. */
    ApiResponse refused(int status, String words, String stsCode) {
        return isToSts()
                ? answered(
                        status,
                        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                                + stsCode + "</Code><Message>" + words + "</Message></Error></ErrorResponse>")
                : answered(status, "{\"message\":\"" + words + "\"}");
    }

    /** Answered by the service without being carried out, in its envelope. */
    ApiResponse refusedInEnvelope(int status, int code, String reason) {
        return isToSts()
                ? refused(status, reason, "InternalFailure")
                : answered(
                        status,
                        "{\"Response\":{},\"ResponseStatus\":{\"ErrorCode\":" + code + ",\"Reason\":\"" + reason
                                + "\"}}");
    }

    ApiResponse answered(int status, String body) {
        invocation.pause(WAY);
        return new ApiResponse(status, Map.of("content-type", "text/plain"), body);
    }

    /** Carried out, but only half of the answer comes. */
    ApiResponse cutShort() {
        ApiResponse whole = send();
        return new ApiResponse(
                whole.status(),
                whole.headers(),
                whole.body().substring(0, whole.body().length() / 2));
    }

    NgfwException reset() {
        return new NgfwException(Kind.NETWORK, Watch.nameOf(request) + ": Connection reset");
    }

    NgfwException timedOut() {
        invocation.pause(TIME_OUT);
        return new NgfwException(Kind.NETWORK, Watch.nameOf(request) + ": request timed out");
    }

    /** Carried out when the client has long given up. */
    void sendLate() {
        watch.getActivities().start(() -> {
            watch.getScheduler().sleep(TIME_OUT.plusSeconds(5));
            wire.send(request);
        });
    }

    /** The process dies here; the callback context that CloudFormation sends again is the old one, or none. */
    void die(boolean contextKept) {
        invocation.die();
        watch.died(contextKept);
    }

    void repeatInvocation() {
        invocation.setRepeated(true);
    }

    void duplicateInvocation() {
        watch.duplicate();
    }

    /** The process stands still until CloudFormation has invoked again. */
    void outliveCloudFormationsPatience() {
        invocation.stall(Duration.ofSeconds(64));
    }

    void cancel() {
        watch.cancel();
    }

    void expireTokens() {
        watch.getService().faults().expireTokens();
    }

    /** Somebody else does something in the console. */
    void act(Act act) {
        watch.act(service -> watch.getStory().setting().somebody().act(act, service));
    }

    /**
     * Somebody else has just written that same entry, and the service refuses ours for it. Guess: it does so where the request
     * has no update token as well; no handler sends one.
     */
    ApiResponse overtaken() {
        watch.act(service -> service.console()
                .call(Story.REGION, request.method(), request.uri().getRawPath(), byAnother(request.body())));
        return refusedInEnvelope(400, 400, "update token is stale, please provide latest token");
    }

    private static ObjectNode byAnother(String body) {
        ObjectNode written = Acts.json(body);
        ObjectNode entry = Stream.of("RuleEntry", "RuleStackEntry")
                .filter(written::has)
                .findFirst()
                .map(member -> (ObjectNode) written.get(member))
                .orElse(written);
        entry.remove("UpdateToken");
        entry.put("Description", "overtaken");
        return written;
    }

    private boolean isToSts() {
        return Watch.nameOf(request).startsWith("STS ");
    }
}
