package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** I2: no handler modifies or removes an entry that is not its resource's, and none ever reverts. */
final class OwnEntriesOnly implements Invariant {

    private static final String NAME = "I2 (own entries only)";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULESTACKS = "/v1/config/rulestacks";

    private final Scene scene;

    OwnEntriesOnly(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        boolean writes = !call.method().equals("GET") && call.path().startsWith("/v1/config/");
        if (writes && !isAllowed(call, delivery.change())) {
            scene.broken(NAME, delivery.change().id(), call.method() + " " + call.path() + " " + body(call));
        }
    }

    private boolean isAllowed(Call call, Change change) {
        return switch (change.resource().kind()) {
            case FIREWALL -> call.path().contains("/ngfirewalls") && concernsFirewall(call, change);
            case RULESTACK -> concernsRulestack(call, change) && !isRevert(call);
            case SECURITY_RULE -> isCommit(call, change) || isOwnRule(call, change.rulestack(), List.of(change.id()));
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
    private boolean concernsRulestack(Call call, Change change) {
        String own = RULESTACKS + "/" + change.id();
        if (call.path().equals(RULESTACKS)) {
            return body(call).path("RuleStackName").asText().equals(change.id());
        }
        if (call.path().contains("/rulelists/")) {
            return isOwnRule(call, change.id(), Models.INNER_RULES);
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
    private boolean isOwnRule(Call call, String rulestack, List<String> names) {
        List<String> path = List.of(call.path().split("/"));
        if (path.size() < 7 || !path.get(4).equals(rulestack) || !path.get(5).equals("rulelists")) {
            return false;
        }
        String written = body(call).at("/RuleEntry/RuleName").asText(names.get(0));
        Optional<String> present =
                path.size() < 9 ? Optional.empty() : scene.tenant().ruleAt(rulestack, path.get(6), path.get(8));
        return Stream.concat(Stream.of(written), present.stream())
                .allMatch(rule -> names.stream().anyMatch(name -> Tenant.isNamed(rule, name)));
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
