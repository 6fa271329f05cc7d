package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Security rules. The priority is the key, the name an ordinary field. */
final class Rules {
    private static final int MOST_TAGS = 200;

    private final Backend backend;

    Rules(Backend backend) {
        this.backend = backend;
    }

    Reply list(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        RuleList list = RuleList.of(request.at("rulelist"));
        Views views = Views.asked(request.parameters());
        Page page = Page.of(views.keys(rulestack, list.section), request.parameters());
        ObjectNode answer =
                Json.object().put("RuleStackName", rulestack.getName()).put("RuleListName", list.path);
        if (views.candidate()) {
            put(answer, "RuleEntryCandidate", Views.onPage(Views.candidate(rulestack, list.section), page));
        }
        if (views.running()) {
            put(answer, "RuleEntryRunning", Views.onPage(Views.running(rulestack, list.section), page));
        }
        if (views.uncommitted()) {
            ArrayNode changes = answer.arrayNode();
            Views.onPage(Views.uncommitted(rulestack, list.section), page)
                    .forEach(change -> changes.addObject()
                            .put("Priority", Integer.parseInt(change.getKey()))
                            .put("RuleName", anyName(rulestack, list, change.getKey()))
                            .put("Operation", change.getValue()));
            Json.put(answer, "RuleEntryUncommitted", changes, backend.emptyLists());
        }
        page.putNext(answer);
        return Reply.of(answer);
    }

    private void put(ObjectNode answer, String key, List<Map.Entry<String, ObjectNode>> rules) {
        ArrayNode items = answer.arrayNode();
        rules.forEach(rule -> items.addObject()
                .put("Priority", Integer.parseInt(rule.getKey()))
                .put("RuleName", name(rule.getValue())));
        Json.put(answer, key, items, backend.emptyLists());
    }

    private static String anyName(Rulestack rulestack, RuleList list, String key) {
        ObjectNode candidate = Views.candidate(rulestack, list.section).get(key);
        return name(candidate == null ? Views.running(rulestack, list.section).get(key) : candidate);
    }

    private static String name(@Nullable ObjectNode rule) {
        return Objects.requireNonNull(rule).path("RuleName").asText();
    }

    Reply create(Request request) {
        Rulestack rulestack = backend.editable(request);
        RuleList list = RuleList.of(request.at("rulelist"));
        ObjectNode body = Shapes.RULE_CREATE.read(request.parameters().body(), backend.strict());
        int priority = body.path("Priority").asInt();
        String key = Configuration.ruleKey(priority);
        if (rulestack.getCandidate().get(list.section, key) != null) {
            throw ApiError.alreadyExists("security rule", list.path + " " + priority);
        }
        ObjectNode rule = (ObjectNode) body.get("RuleEntry");
        check(rulestack, list, key, rule);
        return write(rulestack, list, priority, rule.put("UpdateToken", "1"));
    }

    Reply read(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        RuleList list = RuleList.of(request.at("rulelist"));
        int priority = priority(request);
        String key = Configuration.ruleKey(priority);
        Views views = Views.asked(request.parameters());
        ObjectNode candidate = Views.candidate(rulestack, list.section).get(key);
        ObjectNode running = Views.running(rulestack, list.section).get(key);
        ObjectNode answer = head(rulestack, list, priority);
        if (views.candidate() && candidate != null) {
            answer.set("RuleEntryCandidate", show(candidate));
        }
        if (views.running() && running != null) {
            answer.set("RuleEntryRunning", show(running));
        }
        if (!answer.has("RuleEntryCandidate") && !answer.has("RuleEntryRunning")) {
            throw noSuchRule(list, priority);
        }
        return Reply.of(answer);
    }

    /** A full replace; there is no move, and no making of a rule that is not there. */
    Reply update(Request request) {
        Rulestack rulestack = backend.editable(request);
        RuleList list = RuleList.of(request.at("rulelist"));
        int priority = priority(request);
        ObjectNode current = current(rulestack, list, priority);
        ObjectNode body = Shapes.RULE_UPDATE.read(request.parameters().body(), backend.strict());
        ObjectNode rule = (ObjectNode) body.get("RuleEntry");
        String token = current.path("UpdateToken").asText();
        Backend.checkToken(rule.path("UpdateToken").textValue(), token, "security rule", list.path + " " + priority);
        check(rulestack, list, Configuration.ruleKey(priority), rule);
        return write(rulestack, list, priority, rule.put("UpdateToken", Backend.nextToken(token)));
    }

    Reply delete(Request request) {
        Rulestack rulestack = backend.editable(request);
        RuleList list = RuleList.of(request.at("rulelist"));
        int priority = priority(request);
        ObjectNode current = current(rulestack, list, priority);
        String key = Configuration.ruleKey(priority);
        Backend.edit(rulestack, candidate -> candidate.without(list.section, key));
        return Reply.of(head(rulestack, list, priority).set("RuleEntry", show(current)));
    }

    private Reply write(Rulestack rulestack, RuleList list, int priority, ObjectNode rule) {
        String key = Configuration.ruleKey(priority);
        Backend.edit(rulestack, candidate -> candidate.with(list.section, key, rule));
        return Reply.of(head(rulestack, list, priority).set("RuleEntry", show(rule)));
    }

    private void check(Rulestack rulestack, RuleList list, String key, ObjectNode rule) {
        if (rule.path("Tags").size() > MOST_TAGS) {
            throw ApiError.limit("a rule may have " + MOST_TAGS + " tags");
        }
        boolean taken = rulestack.getCandidate().section(list.section).entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(key) && name(other.getValue()).equals(name(rule)));
        if (taken && backend.api().ruleNames() == RuleNames.UNIQUE) {
            throw ApiError.alreadyExists("security rule", list.path + " " + name(rule));
        }
    }

    private static int priority(Request request) {
        String given = request.at("priority");
        if (!given.matches("\\d{1,7}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 1_000_000) {
            throw ApiError.invalid("Priority must be from 1 to 1000000");
        }
        return Integer.parseInt(given);
    }

    private static ObjectNode current(Rulestack rulestack, RuleList list, int priority) {
        ObjectNode current = rulestack.getCandidate().get(list.section, Configuration.ruleKey(priority));
        if (current == null) {
            throw noSuchRule(list, priority);
        }
        return current;
    }

    private static ApiError noSuchRule(RuleList list, int priority) {
        return ApiError.notFound("security rule", list.path + " " + priority);
    }

    private ObjectNode show(ObjectNode rule) {
        return Shapes.RULE.show(rule, backend.emptyLists());
    }

    private static ObjectNode head(Rulestack rulestack, RuleList list, int priority) {
        return Json.object()
                .put("RuleStackName", rulestack.getName())
                .put("RuleListName", list.path)
                .put("Priority", priority);
    }
}
