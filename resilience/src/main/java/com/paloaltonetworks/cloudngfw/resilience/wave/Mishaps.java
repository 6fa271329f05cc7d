package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** What befalls requests on the wire: a few of them, any of them. */
final class Mishaps {

    private static final double RATE = 0.02;

    /** When a caller no longer waits. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Scene scene;
    private final Random lost;
    private final Random throttled;

    Mishaps(Scene scene) {
        this.scene = scene;
        this.lost = Knob.LOST_ANSWERS.chances(scene.scenario().seed());
        this.throttled = Knob.THROTTLING.chances(scene.scenario().seed());
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
            ApiResponse answer = wire.send(request);
            if (lot < RATE) {
                throw lost(request, "loses the answer to ");
            }
            return answer;
        };
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
