package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationResponse;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyRulestackName;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Transition.Kind;

/** The calls that change one thing of a firewall each; every one renews its update token. */
final class FirewallChanges {
    private final Backend backend;
    private final FirewallLife life;

    FirewallChanges(Backend backend, FirewallLife life) {
        this.backend = backend;
        this.life = life;
    }

    Reply description(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = read(FirewallShapes.DESCRIPTION, request, firewall);
        ObjectNode changed = renewed(firewall);
        changed.put("Description", body.path("Description").asText());
        firewall.setResource(changed);
        return answer(firewall, "Description");
    }

    Reply subnets(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = read(FirewallShapes.SUBNETS, request, firewall);
        life.refuseInTransition(firewall);
        String mode = firewall.getResource().path("EndpointMode").asText();
        ArrayNode added = SubnetMappings.read(body.path("AssociateSubnetMappings"), mode, firewall.getRegion());
        ArrayNode removed = SubnetMappings.read(body.path("DisassociateSubnetMappings"), mode, firewall.getRegion());
        ObjectNode changed = renewed(firewall);
        changed.set("SubnetMappings", SubnetMappings.changed(changed.path("SubnetMappings"), removed, added));
        if (body.has("MultiVpcEnable")) {
            changed.set("MultiVpcEnable", body.get("MultiVpcEnable"));
        }
        update(firewall, changed);
        return answer(firewall, "SubnetMappings");
    }

    Reply contentVersion(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = read(FirewallShapes.CONTENT_VERSION, request, firewall);
        life.refuseInTransition(firewall);
        ObjectNode changed = renewed(firewall);
        changed.setAll(Json.without(body, "AccountId", "UpdateToken"));
        update(firewall, changed);
        return answer(firewall, "AppIdVersion", "AutomaticUpgradeAppIdVersion");
    }

    Reply features(Request request) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = read(FirewallShapes.FEATURES, request, firewall);
        life.refuseInTransition(firewall);
        ObjectNode changed = renewed(firewall);
        changed.set("Features", body.path("Features"));
        update(firewall, changed);
        return answer(firewall, "Features");
    }

    Reply link(Request request) {
        return link(
                request,
                read(FirewallShapes.LINK, request, backend.firewall(request))
                        .path("LinkId")
                        .asText());
    }

    Reply unlink(Request request) {
        read(FirewallShapes.LINK, request, backend.firewall(request));
        return link(request, "");
    }

    private Reply link(Request request, String linkId) {
        Firewall firewall = backend.firewall(request);
        ObjectNode changed = Json.without(renewed(firewall), "LinkId");
        firewall.setResource(linkId.isEmpty() ? changed : changed.put("LinkId", linkId));
        life.link(firewall);
        return answer(firewall, "LinkId", "LinkStatus");
    }

    Reply associateLocal(Request request) {
        return associate(request, false);
    }

    Reply associateGlobal(Request request) {
        return associate(request, true);
    }

    /** There is no call that takes a local rulestack off a firewall; the vendor's provider sends the empty name. */
    private Reply associate(Request request, boolean global) {
        Firewall firewall = backend.firewall(request);
        ObjectNode body = read(FirewallShapes.ASSOCIATION, request, firewall);
        String name = body.path("RuleStackName").asText();
        if (!name.isEmpty()) {
            Firewalls.requireReady(backend.rulestack(request.region(), name), global);
            firewall.setResource(renewed(firewall).put(key(global), name));
            life.pushAnother(firewall, global);
        } else if (global || backend.api().emptyRulestackName() == EmptyRulestackName.REFUSE) {
            throw ApiError.invalid("RuleStackName must have 1 to 128 characters");
        } else {
            takeOff(firewall, false);
        }
        return association(firewall, global);
    }

    Reply disassociateGlobal(Request request) {
        Firewall firewall = backend.firewall(request);
        read(FirewallShapes.LINK, request, firewall);
        if (firewall.rulestack(true) == null) {
            throw ApiError.notFound("firewall " + firewall.getName() + " global", "rulestack association");
        }
        takeOff(firewall, true);
        return association(firewall, true);
    }

    private static void takeOff(Firewall firewall, boolean global) {
        firewall.setResource(Json.without(renewed(firewall), key(global)));
        firewall.setPush(global, null);
    }

    private static String key(boolean global) {
        return global ? "GlobalRuleStackName" : "RuleStackName";
    }

    private Reply association(Firewall firewall, boolean global) {
        ObjectNode answer = Firewalls.head(firewall);
        String name = firewall.rulestack(global);
        answer.put("RuleStackName", name == null ? "" : name);
        answer.set("UpdateToken", firewall.getResource().path("UpdateToken"));
        return new Reply(answer, backend.api().associationResponse() == AssociationResponse.WRAPPED);
    }

    private ObjectNode read(Shape shape, Request request, Firewall firewall) {
        ObjectNode body = shape.read(request.parameters().body(), backend.strict());
        String token = firewall.getResource().path("UpdateToken").asText();
        Backend.checkToken(body.path("UpdateToken").textValue(), token, "firewall", firewall.getName());
        return body;
    }

    private static ObjectNode renewed(Firewall firewall) {
        ObjectNode changed = firewall.getResource().deepCopy();
        return changed.put(
                "UpdateToken", Backend.nextToken(changed.path("UpdateToken").asText()));
    }

    private void update(Firewall firewall, ObjectNode changed) {
        life.begin(firewall, Kind.UPDATE, firewall.getResource());
        firewall.setResource(changed);
    }

    private Reply answer(Firewall firewall, String... names) {
        ObjectNode answer = Firewalls.head(firewall);
        ObjectNode shown = life.shown(firewall);
        for (String name : names) {
            if (shown.has(name)) {
                answer.set(name, shown.get(name));
            }
        }
        answer.set("UpdateToken", shown.path("UpdateToken"));
        return Reply.of(answer);
    }
}
