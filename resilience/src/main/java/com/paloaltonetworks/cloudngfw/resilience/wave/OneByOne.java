package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.wave.Act.Kind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets requests to a rulestack pass in the chosen order, and commits end in their turn among them. */
final class OneByOne implements Turnstile {

    /** Commits end just after the second, so that what is due in it may come before. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private static final String RULES = "rulelists/" + Models.LIST;
    private static final String FIREWALLS = "/v1/config/ngfirewalls";

    /** Where a path has its rulestack's section. */
    private static final int SECTION = 5;

    private final ChoosingScheduler scheduler;
    private final Scenario scenario;
    private final Set<String> written;
    private final Set<Kind> duringCommits;
    private Instant lastEnd = Instant.MIN;
    private int commits;

    /** @param duringCommits is told what happens while a commit is pending */
    OneByOne(ChoosingScheduler scheduler, Scenario scenario, Set<Kind> duringCommits) {
        this.scheduler = scheduler;
        this.scenario = scenario;
        this.written = written(scenario);
        this.duringCommits = duringCommits;
    }

    /** How long commits take in the service. */
    static Scenario timed(Scenario scenario) {
        return scenario.withCommit(scenario.commit().plus(JUST_AFTER));
    }

    @Override
    public void pass(String who, ApiRequest request) {
        act(who, request).ifPresent(act -> {
            scheduler.await(act);
            if (lastEnd.isAfter(scheduler.now())) {
                duringCommits.add(act.kind());
            }
        });
    }

    /** Empty for what nobody else changes or sees changed. */
    private Optional<Act> act(String who, ApiRequest request) {
        String path = request.uri().getPath();
        boolean reads = request.method().equals("GET");
        String what = request.method() + " " + path + request.body();
        if (path.endsWith("/commit")) {
            return Optional.of(new Act(who, reads ? Kind.READ_STATUS : Kind.START_COMMIT, Act.ALL, what));
        }
        String where = part(path);
        return written.contains(where)
                ? Optional.of(new Act(who, reads ? Kind.READ : Kind.WRITE, where, what))
                : Optional.empty();
    }

    /** The part of a rulestack, or the firewalls, that a path below {@code /v1/config} leads to. */
    private static String part(String path) {
        List<String> steps = List.of(path.split("/"));
        if (path.startsWith(FIREWALLS) || steps.size() <= SECTION) {
            return path.startsWith(FIREWALLS) ? FIREWALLS : Act.ALL;
        }
        String section = steps.get(SECTION);
        return section.equals("rulelists") ? section + "/" + steps.get(SECTION + 1) : section;
    }

    /** What the changes of a scenario write. */
    private static Set<String> written(Scenario scenario) {
        Set<String> parts = new TreeSet<>(Set.of(RULES));
        if (scenario.changes().stream().anyMatch(change -> change.isOf(ResourceKind.RULESTACK))) {
            parts.addAll(Set.of(Act.ALL, "prefixlists"));
        }
        if (scenario.changes().stream().anyMatch(change -> change.isOf(ResourceKind.FIREWALL))) {
            parts.add(FIREWALLS);
        }
        return parts;
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
        Act act = new Act("commit", Kind.END_COMMIT, Act.ALL, String.valueOf(++commits));
        scheduler.start(() -> {
            scheduler.sleep(Duration.between(scheduler.now(), end));
            scheduler.await(act);
            scheduler.advanceTo(end);
        });
    }
}
