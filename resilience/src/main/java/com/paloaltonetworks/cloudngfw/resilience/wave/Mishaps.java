package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** What befalls requests on the wire: a few of them, any of them. */
final class Mishaps {

    private static final double RATE = 0.02;

    /** When a caller no longer waits. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /** Between two times when all tokens expire, at least. */
    private static final Duration EXPIRY = Duration.ofMinutes(1);

    /** No service takes back the token that it has just given. */
    private static final Duration TOKENS_LAST = Duration.ofSeconds(10);

    private final Scene scene;
    private final Random lost;
    private final Random throttled;
    private final Random failing;
    private final Random expiring;
    private Instant lastExpiry = Instant.EPOCH;
    private Instant lastToken = Instant.EPOCH;

    Mishaps(Scene scene) {
        this.scene = scene;
        this.lost = Knob.LOST_ANSWERS.chances(scene.scenario().seed());
        this.throttled = Knob.THROTTLING.chances(scene.scenario().seed());
        this.failing = Knob.SERVER_ERRORS.chances(scene.scenario().seed());
        this.expiring = Knob.EXPIRED_TOKENS.chances(scene.scenario().seed());
    }

    Transport on(Transport wire) {
        return request -> {
            if (scene.scenario().has(Knob.THROTTLING) && throttled.nextDouble() < RATE) {
                scene.note("wire", "throttles " + name(request));
                return new ApiResponse(429, Map.of(), "{\"message\":\"Too Many Requests\"}");
            }
            double lot = scene.scenario().has(Knob.LOST_ANSWERS) ? lost.nextDouble() : 1;
            if (lot < RATE / 2) {
                throw lost(request, "loses ");
            }
            armFaults(request);
            ApiResponse answer = wire.send(request);
            if (lot < RATE) {
                throw lost(request, "loses the answer to ");
            }
            return answer;
        };
    }

    /** Those that the service itself knows; they befall the next request that arrives. */
    private void armFaults(ApiRequest request) {
        if (scene.scenario().has(Knob.SERVER_ERRORS) && failing.nextDouble() < RATE) {
            scene.note("service", "fails " + name(request));
            scene.service().faults().failWith500(name(request), 1);
        }
        boolean expire = scene.scenario().has(Knob.EXPIRED_TOKENS) && expiring.nextDouble() < RATE;
        Instant now = scene.scheduler().now();
        if (request.uri().getPath().contains("/mgmt/tokens/")) {
            lastToken = now;
        }
        if (expire && now.isAfter(lastExpiry.plus(EXPIRY)) && now.isAfter(lastToken.plus(TOKENS_LAST))) {
            lastExpiry = now;
            scene.note("service", "lets all tokens expire");
            scene.service().faults().expireTokens();
        }
    }

    private NgfwException lost(ApiRequest request, String how) {
        scene.note("wire", how + name(request));
        if (lost.nextBoolean()) {
            scene.scheduler().sleep(TIMEOUT);
        }
        return new NgfwException(Kind.NETWORK, name(request) + ": no answer");
    }

    private static String name(ApiRequest request) {
        return request.method() + " " + request.uri().getPath();
    }
}
