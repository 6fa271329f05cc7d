package com.paloaltonetworks.cloudngfw.local.published;

import static com.paloaltonetworks.cloudngfw.local.Terminal.REGION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Somebody in the vendor's console: takes the first rule out of every rulestack and gives every firewall one more place. */
final class Meddling {

    private static final String NGFW = " PaloAltoNetworks::CloudNGFW::NGFW";
    private static final String RULESTACK = " PaloAltoNetworks::CloudNGFW::RuleStack";

    private final Map<String, Consumer<Console>> changes = new LinkedHashMap<>();
    private final List<Consumer<Console>> undoing = new ArrayList<>();

    /** @param tenant what the service holds */
    Meddling(JsonNode tenant) {
        tenant.path("Rulestacks").forEach(this::rulestack);
        tenant.path("Firewalls").forEach(this::firewall);
    }

    private void rulestack(JsonNode rulestack) {
        String name = rulestack.path("RuleStackName").asText();
        boolean running = rulestack.path("Candidate").equals(rulestack.path("Running"));
        for (Map.Entry<String, JsonNode> list : rulestack.at("/Candidate/Rules").properties()) {
            JsonNode rule = list.getValue().path(0);
            if (!rule.isMissingNode() && !changes.containsKey(name + RULESTACK)) {
                int priority = rule.path("Priority").asInt();
                ObjectNode entry = (ObjectNode) rule.path("RuleEntry");
                Consumer<Console> commit = console -> {
                    if (running) {
                        console.commit(REGION, name);
                    }
                };
                changes.put(
                        name + RULESTACK,
                        first(console -> console.deleteRule(REGION, name, list.getKey(), priority), commit));
                undoing.add(first(console -> console.putRule(REGION, name, list.getKey(), priority, entry), commit));
            }
        }
    }

    private static Consumer<Console> first(Consumer<Console> change, Consumer<Console> next) {
        return change.andThen(next);
    }

    private void firewall(JsonNode firewall) {
        String name = firewall.path("FirewallName").asText();
        boolean inZones = firewall.path("EndpointMode").asText().equals("CustomerManaged");
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        if (inZones) {
            place.put("AvailabilityZone", "us-east-1f");
        } else {
            place.put("SubnetId", "subnet-0000000000000bad0");
        }
        changes.put(name + NGFW, console -> subnets(console, name, "AssociateSubnetMappings", place));
        undoing.add(console -> subnets(console, name, "DisassociateSubnetMappings", place));
    }

    private static void subnets(Console console, String firewall, String command, ObjectNode place) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray(command).add(place);
        console.call(REGION, "PUT", "/v1/config/ngfirewalls/" + firewall + "/subnets", body);
    }

    /** What is changed: name and type, with a blank between. */
    Set<String> names() {
        return new TreeSet<>(changes.keySet());
    }

    void change(Console console) {
        changes.values().forEach(change -> change.accept(console));
    }

    void undo(Console console) {
        undoing.forEach(change -> change.accept(console));
    }
}
