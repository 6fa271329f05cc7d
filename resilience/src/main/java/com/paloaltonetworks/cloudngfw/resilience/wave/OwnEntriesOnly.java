package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * I2: no handler modifies or removes an entry that is not its resource's, and none ever reverts. The API writes to places
 * whoever stands there, so that of what a revert puts there before the next call arrives, nobody can know.
 */
final class OwnEntriesOnly implements Invariant {

    private static final String NAME = "I2 (own entries only)";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULESTACKS = "/v1/config/rulestacks";

    private final Scene scene;
    private final Operator operator;
    private final Map<Delivery, Instant> lastAnswers = new HashMap<>();

    OwnEntriesOnly(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        boolean writes = !call.method().equals("GET") && call.path().startsWith("/v1/config/");
        if (writes && !isAllowed(call, delivery)) {
            scene.broken(NAME, delivery.change().id(), call.method() + " " + call.path() + " " + body(call));
        }
    }

    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        lastAnswers.put(delivery, scene.scheduler().now());
    }

    @Override
    public void returned(Delivery delivery, String event, Duration took) {
        lastAnswers.remove(delivery);
    }

    private boolean isAllowed(Call call, Delivery delivery) {
        Change change = delivery.change();
        return switch (change.resource().kind()) {
            case FIREWALL -> call.path().contains("/ngfirewalls") && concernsFirewall(call, change);
            case RULESTACK -> concernsRulestack(call, delivery) && !isRevert(call);
            case SECURITY_RULE -> isCommit(call, change) || isOwnRule(call, delivery, List.of(change.id()));
        };
    }

    private static boolean concernsFirewall(Call call, Change change) {
        List<String> path = List.of(call.path().split("/"));
        int named = path.indexOf("ngfirewalls") + 1;
        return named < path.size()
                ? path.get(named).equals(change.id())
                : body(call).path("FirewallName").asText().equals(change.id());
    }

    /** A rulestack itself, the objects of one of its two models, and its rules. */
    private boolean concernsRulestack(Call call, Delivery delivery) {
        Change change = delivery.change();
        String own = RULESTACKS + "/" + change.id();
        if (call.path().equals(RULESTACKS)) {
            return body(call).path("RuleStackName").asText().equals(change.id());
        }
        if (call.path().contains("/rulelists/")) {
            return isOwnRule(call, delivery, Models.INNER_RULES);
        }
        if (call.path().startsWith(own + "/prefixlists")) {
            String named = body(call)
                    .path("Name")
                    .asText(call.path().substring(call.path().lastIndexOf('/') + 1));
            return models(change).contains("\"Name\":\"" + named + "\"");
        }
        return call.path().equals(own) || call.path().startsWith(own + "/");
    }

    private static String models(Change change) {
        return Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after()))
                .flatMap(Optional::stream)
                .map(Resource::properties)
                .toList()
                .toString();
    }

    private static boolean isCommit(Call call, Change change) {
        return call.method().equals("POST") && call.path().equals(RULESTACKS + "/" + change.rulestack() + "/commit");
    }

    private static boolean isRevert(Call call) {
        return call.path().endsWith("/revert");
    }

    /** By the name that is written, and by who stands at the place: nobody else may. */
    private boolean isOwnRule(Call call, Delivery delivery, List<String> names) {
        String rulestack = delivery.change().rulestack();
        List<String> path = List.of(call.path().split("/"));
        if (path.size() < 7 || !path.get(4).equals(rulestack) || !path.get(5).equals("rulelists")) {
            return false;
        }
        String written = body(call).at("/RuleEntry/RuleName").asText(names.get(0));
        boolean places = path.size() >= 9 && !isJustReverted(rulestack, delivery);
        Optional<String> present =
                places ? scene.tenant().ruleAt(rulestack, path.get(6), path.get(8)) : Optional.empty();
        return Stream.concat(Stream.of(written), present.stream())
                .allMatch(rule -> names.stream().anyMatch(name -> Tenant.isNamed(rule, name)));
    }

    private boolean isJustReverted(String rulestack, Delivery delivery) {
        Instant last = lastAnswers.get(delivery);
        return last != null && operator.hasRevertedSince(rulestack, last);
    }

    private static JsonNode body(Call call) {
        try {
            JsonNode body = JSON.readTree(new String(call.body(), StandardCharsets.UTF_8));
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
