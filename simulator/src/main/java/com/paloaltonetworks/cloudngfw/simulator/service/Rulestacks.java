package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rulestacks themselves: create, read, update, delete, list, tags. */
final class Rulestacks {
    /** Local and global rulestacks of one subscription together. */
    private static final int MOST = 10;

    private static final int MOST_DESCRIBED = 100;

    private final Backend backend;

    Rulestacks(Backend backend) {
        this.backend = backend;
    }

    Reply list(Request request) {
        Parameters parameters = request.parameters();
        List<Rulestack> all = backend.tenant().rulestacks().stream()
                .filter(rulestack -> rulestack.getRegion().equals(request.region()))
                .filter(rulestack -> isWanted(rulestack, parameters))
                .toList();
        boolean describe = parameters.flag("Describe", false);
        Page page = Page.of(
                all.stream().map(Rulestack::getName).toList(), parameters, describe ? MOST_DESCRIBED : Page.MOST);
        List<Rulestack> shown = all.stream()
                .filter(rulestack -> page.keys().contains(rulestack.getName()))
                .toList();
        Views views = Views.asked(parameters);
        ObjectNode answer = Json.object();
        if (views.candidate() && describe) {
            put(answer, "RuleStackCandidateDescribe", shown, this::describeCandidate);
        } else if (views.candidate()) {
            put(answer, "RuleStackCandidate", shown, Rulestacks::nameOfCandidate);
        }
        if (views.running() && describe) {
            put(answer, "RuleStackRunningDescribe", shown, this::describeRunning);
        } else if (views.running()) {
            put(answer, "RuleStackRunning", shown, Rulestacks::nameOfRunning);
        }
        if (views.uncommitted()) {
            put(answer, "RuleStackUncommitted", shown, Rulestacks::uncommitted);
        }
        page.putNext(answer);
        return Reply.of(answer);
    }

    private static boolean isWanted(Rulestack rulestack, Parameters parameters) {
        String scope = parameters.text("Scope");
        String key = parameters.text("TagKey");
        String value = parameters.text("TagValue");
        Map<String, String> tags = rulestack.getTags();
        return (scope == null
                        || scope.equalsIgnoreCase("All")
                        || scope.equalsIgnoreCase(rulestack.isGlobal() ? "Global" : "Local"))
                && (key == null || tags.containsKey(key))
                && (value == null || (key == null ? tags.containsValue(value) : value.equals(tags.get(key))));
    }

    /** A list of what an item says of each rulestack; nothing where the view lacks it. */
    private void put(
            ObjectNode answer, String key, List<Rulestack> shown, Function<Rulestack, Optional<JsonNode>> item) {
        List<JsonNode> items =
                shown.stream().flatMap(each -> item.apply(each).stream()).toList();
        Json.put(answer, key, Json.array(items), backend.emptyLists());
    }

    private static Optional<JsonNode> nameOfCandidate(Rulestack rulestack) {
        return candidate(rulestack).map(view -> TextNode.valueOf(rulestack.getName()));
    }

    private static Optional<JsonNode> nameOfRunning(Rulestack rulestack) {
        return Optional.ofNullable(rulestack.getRunning()).map(view -> TextNode.valueOf(rulestack.getName()));
    }

    private Optional<JsonNode> describeCandidate(Rulestack rulestack) {
        return candidate(rulestack).map(view -> describe(rulestack, view));
    }

    private Optional<JsonNode> describeRunning(Rulestack rulestack) {
        return Optional.ofNullable(rulestack.getRunning()).map(view -> describe(rulestack, view));
    }

    private static Optional<Configuration> candidate(Rulestack rulestack) {
        return Optional.of(rulestack.getCandidate()).filter(view -> !rulestack.isMarkedForDeletion());
    }

    private JsonNode describe(Rulestack rulestack, Configuration view) {
        return Json.object()
                .put("RuleStackName", rulestack.getName())
                .put("RuleStackState", state(rulestack))
                .set("RuleStack", show(rulestack, view));
    }

    private static Optional<JsonNode> uncommitted(Rulestack rulestack) {
        if (!rulestack.isUncommitted()) {
            return Optional.empty();
        }
        String operation = Views.operation(candidate(rulestack).orElse(null), rulestack.getRunning());
        return Optional.of(
                Json.object().put("RuleStackName", rulestack.getName()).put("Operation", operation));
    }

    Reply create(Request request) {
        ObjectNode body = Shapes.RULESTACK_CREATE.read(request.parameters().body(), backend.strict());
        String name = body.path("RuleStackName").asText();
        ObjectNode entry = Json.without((ObjectNode) body.get("RuleStackEntry"), "Tags");
        request.caller().requireScope(entry.path("Scope").asText().equals("Global"));
        if (backend.tenant().rulestack(request.region(), name).isPresent()) {
            throw ApiError.alreadyExists("rulestack", name);
        }
        if (backend.tenant().rulestacks().size() >= MOST) {
            throw ApiError.limit("a subscription may have " + MOST + " rulestacks");
        }
        if (!entry.has("AccountId")) {
            entry.put("AccountId", request.caller().account());
        }
        entry.put("UpdateToken", "1");
        Rulestack rulestack = new Rulestack(request.region(), name, Configuration.of(entry));
        rulestack.getTags().putAll(Json.tags(body.path("RuleStackEntry").path("Tags")));
        TagEdits.checkCount(rulestack.getTags());
        backend.tenant().add(rulestack);
        return Reply.of(answer(rulestack, show(rulestack, rulestack.getCandidate())));
    }

    Reply read(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        request.parameters().whole("MaxResults", MOST_DESCRIBED, 1, MOST_DESCRIBED);
        Views views = Views.asked(request.parameters());
        ObjectNode answer = Json.object().put("RuleStackName", rulestack.getName());
        answer.put("RuleStackState", state(rulestack));
        if (views.candidate() && !rulestack.isMarkedForDeletion()) {
            answer.set("RuleStackCandidate", show(rulestack, rulestack.getCandidate()));
        }
        if (views.running() && rulestack.getRunning() != null) {
            answer.set("RuleStackRunning", show(rulestack, rulestack.getRunning()));
        }
        Json.put(answer, "Tags", Json.tags(rulestack.getTags()), backend.emptyLists());
        return Reply.of(answer);
    }

    /** A full replace: what is left out goes back to its preset. Scope and account stay. */
    Reply update(Request request) {
        Rulestack rulestack = backend.editable(request);
        ObjectNode body = Shapes.RULESTACK_UPDATE.read(request.parameters().body(), backend.strict());
        ObjectNode entry = Json.without((ObjectNode) body.get("RuleStackEntry"), "Tags");
        ObjectNode current = rulestack.getCandidate().entry();
        JsonNode scope = current.path("Scope");
        JsonNode given = request.parameters().body().path("RuleStackEntry").path("Scope");
        if (given.isTextual() && !given.equals(scope)) {
            throw ApiError.invalid("the scope of rulestack " + rulestack.getName() + " cannot change");
        }
        String token = current.path("UpdateToken").asText();
        Backend.checkToken(entry.path("UpdateToken").textValue(), token, "rulestack", rulestack.getName());
        entry.set("Scope", scope);
        if (!entry.has("AccountId")) {
            entry.set("AccountId", current.path("AccountId"));
        }
        entry.put("UpdateToken", Backend.nextToken(token));
        Backend.edit(rulestack, candidate -> candidate.withEntry(entry));
        return Reply.of(answer(rulestack, show(rulestack, rulestack.getCandidate())));
    }

    /** Never committed: gone at once. Committed: a change of the candidate that the next commit makes real. */
    Reply delete(Request request) {
        Rulestack rulestack = backend.editable(request);
        List<String> users = backend.tenant().firewallsOf(rulestack).stream()
                .map(Firewall::getName)
                .toList();
        if (!users.isEmpty()) {
            throw ApiError.invalidOperation(
                    "rulestack " + rulestack.getName() + " is in use by firewall " + String.join(", ", users));
        }
        if (rulestack.getRunning() == null && rulestack.getCommit() == null) {
            backend.tenant().remove(rulestack);
        } else {
            rulestack.setMarkedForDeletion(true);
        }
        return Reply.of(answer(rulestack, Json.without(show(rulestack, rulestack.getCandidate()), "UpdateToken")));
    }

    Reply listTags(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        ObjectNode answer = Json.object().put("RuleStackName", rulestack.getName());
        answer.put("ResourceName", rulestack.getName());
        TagEdits.list(answer, rulestack.getTags(), request, backend);
        return Reply.of(answer);
    }

    Reply tag(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        ObjectNode body = TagEdits.add(rulestack.getTags(), request, backend);
        return Reply.of(Json.object().put("RuleStackName", rulestack.getName()).set("Tags", body.path("Tags")));
    }

    Reply untag(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        ObjectNode body = TagEdits.remove(rulestack.getTags(), request, backend);
        return Reply.of(Json.object().put("RuleStackName", rulestack.getName()).set("TagKeys", body.path("TagKeys")));
    }

    static String state(Rulestack rulestack) {
        return rulestack.isUncommitted() ? "Uncommitted" : "Running";
    }

    /** The SDK reads the tags inside the entry, the OpenAPI files put them beside it: they stand in both places. */
    private ObjectNode show(Rulestack rulestack, Configuration view) {
        ObjectNode entry = view.entry().deepCopy();
        if (!rulestack.getTags().isEmpty()) {
            entry.set("Tags", Json.tags(rulestack.getTags()));
        }
        return Shapes.RULESTACK.show(entry, backend.emptyLists());
    }

    private static ObjectNode answer(Rulestack rulestack, ObjectNode entry) {
        return Json.object().put("RuleStackName", rulestack.getName()).set("RuleStackEntry", entry);
    }
}
