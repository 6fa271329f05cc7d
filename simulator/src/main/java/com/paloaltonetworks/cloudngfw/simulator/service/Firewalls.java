package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Transition.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Firewalls of API version 1: create, read, list, delete, tags, log profile. */
final class Firewalls {
    private final Backend backend;
    private final FirewallLife life;

    Firewalls(Backend backend, FirewallLife life) {
        this.backend = backend;
        this.life = life;
    }

    Reply list(Request request) {
        Parameters parameters = request.parameters();
        String rulestack = parameters.text("RuleStackName");
        List<String> vpcs = parameters.texts("VpcIds");
        Map<String, Firewall> all = backend.tenant().firewalls().stream()
                .filter(firewall -> firewall.getRegion().equals(request.region()))
                .filter(firewall -> rulestack == null
                        || rulestack.equals(firewall.rulestack(false))
                        || rulestack.equals(firewall.rulestack(true)))
                .filter(firewall -> vpcs.isEmpty()
                        || vpcs.contains(firewall.getResource().path("VpcId").asText()))
                .collect(Collectors.toMap(Firewall::getName, each -> each, (one, other) -> one, TreeMap::new));
        boolean describe = parameters.flag("Describe", false);
        Page page = Page.of(all.keySet(), parameters, describe ? 100 : Page.MOST);
        ObjectNode answer = Json.object();
        ArrayNode names = answer.arrayNode();
        ArrayNode described = answer.arrayNode();
        for (String name : page.keys()) {
            Firewall firewall = all.get(name);
            names.addObject().put("FirewallName", name).put("AccountId", firewall.getAccountId());
            described.addObject().setAll(Map.of("Firewall", show(firewall), "Status", life.status(firewall)));
        }
        Json.put(answer, "Firewalls", names, backend.emptyLists());
        if (describe) {
            Json.put(answer, "FirewallsDescribe", described, backend.emptyLists());
        }
        page.putNext(answer);
        return Reply.of(answer);
    }

    Reply create(Request request) {
        if (backend.world().tenantGeneration() == Generation.V2) {
            throw ApiError.unsupported("this tenant is of generation V2, its firewalls are made with API version 2");
        }
        ObjectNode body = FirewallShapes.CREATE.read(request.parameters().body(), backend.strict());
        String name = body.path("FirewallName").asText();
        String account = onboardedAccount(body, request);
        if (backend.tenant().firewall(request.region(), name).isPresent()) {
            throw ApiError.alreadyExists("firewall", name);
        }
        String mode = body.path("EndpointMode").asText();
        if (mode.equals("ServiceManaged") && body.path("MultiVpcEnable").asBoolean()) {
            throw ApiError.invalid("MultiVpcEnable is for CustomerManaged firewalls");
        }
        ArrayNode mappings = SubnetMappings.read(body.path("SubnetMappings"), mode, request.region());
        Firewall firewall = new Firewall(request.region(), name, account, resource(body, account, mappings));
        firewall.getTags().putAll(Json.tags(body.path("Tags")));
        TagEdits.checkCount(firewall.getTags());
        requireReady(firewall, false);
        requireReady(firewall, true);
        backend.tenant().add(firewall);
        life.begin(firewall, Kind.CREATE, null);
        life.link(firewall);
        pushIfAssociated(firewall, false);
        pushIfAssociated(firewall, true);
        return Reply.of(Json.without(show(firewall), "EndpointServiceName"));
    }

    /** Guess: without an account the caller's is meant. */
    private String onboardedAccount(ObjectNode body, Request request) {
        String given = body.path("AccountId").asText();
        String account = given.isEmpty() ? request.caller().account() : given;
        if (!backend.world().onboardedAccounts().contains(account)) {
            throw ApiError.invalid("account " + account + " is not onboarded to this tenant");
        }
        return account;
    }

    private static ObjectNode resource(ObjectNode body, String account, ArrayNode mappings) {
        ObjectNode resource = Json.without(body, "Tags");
        for (String name : List.of("RuleStackName", "GlobalRuleStackName", "LinkId")) {
            if (resource.path(name).asText().isEmpty()) {
                resource.remove(name);
            }
        }
        resource.put("AccountId", account)
                .put("AppIdVersion", Catalogues.NEWEST_APP_ID_VERSION)
                .put("AutomaticUpgradeAppIdVersion", true)
                .put("EndpointServiceName", "Creating")
                .put("UpdateToken", "1");
        resource.set("SubnetMappings", mappings);
        return resource;
    }

    private void requireReady(Firewall firewall, boolean global) {
        String name = firewall.rulestack(global);
        if (name != null) {
            requireReady(backend.rulestack(firewall.getRegion(), name), global);
        }
    }

    /** Guess, after the vendor's sister product: the first commit must be over, and no other may be pending. */
    static void requireReady(Rulestack rulestack, boolean global) {
        if (rulestack.isGlobal() != global) {
            throw ApiError.invalid(
                    "rulestack " + rulestack.getName() + " is not a " + (global ? "global" : "local") + " rulestack");
        }
        if (rulestack.getRunning() == null || rulestack.getCommit() != null || rulestack.isMarkedForDeletion()) {
            throw ApiError.invalidOperation("commit process unfinished for rulestack " + rulestack.getName());
        }
    }

    private void pushIfAssociated(Firewall firewall, boolean global) {
        if (firewall.rulestack(global) != null) {
            life.push(firewall, global, backend.now());
        }
    }

    Reply read(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode answer = Json.object();
        answer.set("Firewall", show(firewall));
        answer.set("Status", life.status(firewall));
        return Reply.of(answer);
    }

    Reply delete(Request request) {
        Firewall firewall = backend.firewall(request);
        life.refuseInTransition(firewall);
        life.begin(firewall, Kind.DELETE, null);
        return Reply.of(show(firewall));
    }

    /** The resource as answers show it, its tags inside. */
    ObjectNode show(Firewall firewall) {
        ObjectNode shown = life.shown(firewall);
        if (!firewall.getTags().isEmpty()) {
            shown.set("Tags", Json.tags(firewall.getTags()));
        }
        return FirewallShapes.RESOURCE.show(shown, backend.emptyLists());
    }

    Reply listTags(Request request) {
        Firewall firewall = backend.firewallOfAccount(request);
        ObjectNode answer = head(firewall).put("ResourceName", firewall.getName());
        TagEdits.list(answer, firewall.getTags(), request, backend);
        return Reply.of(answer);
    }

    Reply tag(Request request) {
        Firewall firewall = backend.firewallOfAccount(request);
        ObjectNode body = TagEdits.add(firewall.getTags(), request, backend);
        return Reply.of(head(firewall).set("Tags", body.path("Tags")));
    }

    Reply untag(Request request) {
        Firewall firewall = backend.firewallOfAccount(request);
        ObjectNode body = TagEdits.remove(firewall.getTags(), request, backend);
        return Reply.of(head(firewall).set("TagKeys", body.path("TagKeys")));
    }

    Reply readLogProfile(Request request) {
        Firewall firewall = backend.firewallOfAccount(request);
        return Reply.of(showLogProfile(firewall, head(firewall)));
    }

    /** A full replace; an empty list clears. One destination per log type. */
    Reply updateLogProfile(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = FirewallShapes.LOG_PROFILE.read(request.parameters().body(), backend.strict());
        List<String> types = body.path("LogDestinationConfigs").findValuesAsText("LogType");
        if (types.stream().distinct().count() < types.size()) {
            throw ApiError.invalid("LogDestinationConfigs may name each LogType once");
        }
        firewall.setLogProfile(Json.without(body, "AccountId", "FirewallName"));
        return Reply.of(showLogProfile(firewall, Json.object().put("FirewallName", firewall.getName())));
    }

    private ObjectNode showLogProfile(Firewall firewall, ObjectNode into) {
        into.setAll(FirewallShapes.LOG_PROFILE.show(firewall.getLogProfile(), backend.emptyLists()));
        return into;
    }

    static ObjectNode head(Firewall firewall) {
        return Json.object().put("AccountId", firewall.getAccountId()).put("FirewallName", firewall.getName());
    }
}
