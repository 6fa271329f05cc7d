package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.Access;
import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Keys;
import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.core.Budget;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Progress;
import com.paloaltonetworks.cloudngfw.core.TestPlatform;
import com.paloaltonetworks.cloudngfw.core.TypeConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** The machine before a scripted commit status and a scripted standing of the content. */
abstract class DeploymentScript {

    static final Standing UNWRITTEN = new Standing(false, false, "rule alpha is absent", List.of(), List.of());
    static final Standing READY = new Standing(true, false, "rule alpha is not committed", List.of(), List.of());
    static final Standing LIVE = new Standing(true, true, null, List.of(), List.of());
    static final Standing READY_BESIDE_SIBLING =
            new Standing(true, false, "rule alpha is not committed", List.of("rule b"), List.of());
    static final Standing READY_BESIDE_DRAFT =
            new Standing(true, false, "rule alpha is not committed", List.of(), List.of("rule x", "prefix list y"));

    final Deque<String> statuses = new ArrayDeque<>();
    final Deque<Standing> standings = new ArrayDeque<>();
    private String lastStatus = "";
    final List<String> asked = new ArrayList<>();
    final Progress progress = new Progress();
    final ScriptedTarget target = new ScriptedTarget();
    String commitAnswer = "{\"RuleStackName\":\"edge\",\"ResponseStatus\":{\"ErrorCode\":0}}";
    String running = ",\"RuleStackRunning\":{\"Scope\":\"Local\"}";
    TypeConfiguration configuration = TypeConfiguration.NONE;
    private final TestPlatform platform = new TestPlatform(this::answer);

    @BeforeEach
    void wrote() {
        progress.getDeploy().setWrote(true);
    }

    void seen(String status, Standing standing) {
        statuses.add(status);
        standings.add(standing);
    }

    Outcome advance() {
        return Deployment.step(operation(), target).work().get();
    }

    Outcome write() {
        return Deployment.writing("write", operation(), target).work().get();
    }

    Operation<String> operation() {
        return operation(progress);
    }

    Operation<String> operation(Progress ofThis) {
        return Operation.<String>builder()
                .progress(ofThis)
                .configuration(configuration)
                .budget(new Budget(platform))
                .platform(platform)
                .log(line -> {})
                .build();
    }

    final class ScriptedTarget implements CommitTarget {
        boolean siblings;
        boolean yields;
        Outcome writes = Outcome.done();
        RuntimeException refusal;
        RuntimeException obstacle;
        String inForce = "";
        Outcome withdrawals = Outcome.done();
        Duration reading = Duration.ZERO;
        Duration withdrawing = Duration.ZERO;

        @Override
        public RulestackApi rulestack() {
            Keys keys = new Keys("AKIAEXAMPLE", "secret", "session");
            return Ngfw.of(
                            platform,
                            new Access(
                                    "us-east-1",
                                    URI.create("http://localhost"),
                                    keys,
                                    Map.of(),
                                    (role, name) -> keys,
                                    new TokenCache()))
                    .rulestack("edge", AdminKind.RULESTACK);
        }

        @Override
        public Outcome write() {
            asked.add("write");
            if (refusal != null) {
                throw refusal;
            }
            return writes;
        }

        @Override
        public Standing standing() {
            asked.add("standing");
            platform.pause(reading);
            return standings.remove();
        }

        @Override
        public void lookAtOthers() {
            asked.add("others");
        }

        @Override
        public Outcome withdraw() {
            asked.add("withdraw");
            platform.pause(withdrawing);
            if (obstacle != null) {
                throw obstacle;
            }
            return withdrawals;
        }

        @Override
        public String leftInForce() {
            return inForce;
        }

        @Override
        public boolean isNamedIn(String message) {
            return Words.contains(message, "alpha");
        }

        @Override
        public boolean hasSiblings() {
            return siblings;
        }

        @Override
        public boolean yieldsTo(List<String> others) {
            return yields;
        }
    }

    /** Sells a token, says the next scripted commit status, and takes a commit or whatever else is posted. */
    private ApiResponse answer(ApiRequest request) {
        String path = request.uri().getPath();
        if (path.contains("/tokens/")) {
            return answer("{\"Response\":{\"TokenId\":\"e30.e30.x\",\"SubscriptionKey\":\"k\",\"ExpiryTime\":60}}");
        }
        if (request.method().equals("POST")) {
            asked.add(path.replaceFirst(".*/", ""));
            return answer(commitAnswer);
        }
        if (!path.endsWith("/commit")) {
            return answer("{\"Response\":{\"RuleStackCandidate\":{\"Scope\":\"Local\"}" + running + "}}");
        }
        asked.add("status");
        return answer(status(nextStatus()));
    }

    /** Where none is scripted, nothing has changed. */
    private String nextStatus() {
        lastStatus = statuses.isEmpty() ? lastStatus : statuses.remove();
        return lastStatus;
    }

    private static String status(String scripted) {
        if (scripted.equals("absent")) {
            return "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"rulestack edge does not exist\"}}";
        }
        String[] parts = scripted.split(":", 2);
        return "{\"Response\":{\"CommitStatus\":\"" + parts[0] + "\",\"CommitMessages\":["
                + (parts.length > 1 ? "\"" + parts[1] + "\"" : "") + "]}}";
    }

    private static ApiResponse answer(String body) {
        return new ApiResponse(200, Map.of(), body);
    }
}
