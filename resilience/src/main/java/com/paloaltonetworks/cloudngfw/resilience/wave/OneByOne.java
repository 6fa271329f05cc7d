package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.resilience.wave.Act.Kind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets requests to a rulestack pass in the chosen order, and commits end in their turn among them. */
final class OneByOne implements Turnstile {

    /** Commits end just after the second, so that what is due in it may come before. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final ChoosingScheduler scheduler;
    private final Scenario scenario;
    private Instant lastEnd = Instant.MIN;
    private int commits;

    OneByOne(ChoosingScheduler scheduler, Scenario scenario) {
        this.scheduler = scheduler;
        this.scenario = scenario;
    }

    /** How long commits take in the service. */
    static Scenario timed(Scenario scenario) {
        return scenario.withCommit(scenario.commit().plus(JUST_AFTER));
    }

    @Override
    public void pass(String who, ApiRequest request) {
        kind(request.method(), request.uri().getPath())
                .ifPresent(kind -> scheduler.await(new Act(
                        who, kind, request.method() + " " + request.uri().getPath() + request.body())));
    }

    /** Empty for what nobody else changes or sees changed. */
    private static Optional<Kind> kind(String method, String path) {
        boolean reads = method.equals("GET");
        if (path.endsWith("/commit")) {
            return Optional.of(reads ? Kind.READ_STATUS : Kind.START_COMMIT);
        }
        if (path.contains("/rulelists/" + Models.LIST)) {
            return Optional.of(reads ? Kind.READ_RULES : Kind.WRITE);
        }
        return Optional.empty();
    }

    @Override
    public void answered(Call call, Answer answer) {
        if (call.method().equals("POST") && call.path().endsWith("/commit") && answer.status() < 400) {
            Instant now = scheduler.now();
            boolean second = lastEnd.isAfter(now);
            if (!second || scenario.mode().secondCommit() == SecondCommit.QUEUE) {
                lastEnd = (second ? lastEnd : now).plus(scenario.commit());
                endsAt(lastEnd);
            }
        }
    }

    private void endsAt(Instant end) {
        Act act = new Act("commit", Kind.END_COMMIT, String.valueOf(++commits));
        scheduler.start(() -> {
            scheduler.sleep(Duration.between(scheduler.now(), end));
            scheduler.await(act);
            scheduler.advanceTo(end);
        });
    }
}
