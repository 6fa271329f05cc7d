package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;

/**
 * I3: every invocation ends within 45 seconds and breaks nothing of the handler contract, which the executor tells as
 * InternalFailure. I10: no key and no token that an invocation was given stands in what it
 * returns or logs.
 */
final class ShortAndDiscreet implements Invariant {

    private static final String SHORT = "I3 (short, and true to the contract)";
    private static final String DISCREET = "I10 (no secret told)";
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Scene scene;

    ShortAndDiscreet(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void returned(Delivery delivery, String event, Duration took) {
        String who = delivery.change().id();
        if (took.compareTo(LONGEST) >= 0) {
            scene.broken(SHORT, who, "an invocation took " + took.toMillis() + " ms");
        }
        judgeDiscretion(delivery, event);
    }

    @Override
    public void logged(Delivery delivery, String line) {
        judgeDiscretion(delivery, line);
    }

    private void judgeDiscretion(Delivery delivery, String told) {
        if (delivery.secrets().stream().anyMatch(told::contains)) {
            scene.broken(DISCREET, delivery.change().id(), "a secret in " + told);
        }
    }

    @Override
    public void ended(Change change, Result result) {
        if (result.failedWith("InternalFailure")) {
            scene.broken(SHORT, change.id(), String.valueOf(result.message()));
        }
    }
}
