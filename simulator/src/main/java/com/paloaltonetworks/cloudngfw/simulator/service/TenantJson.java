package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import com.paloaltonetworks.cloudngfw.simulator.store.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tenant holds, as one document; every key is there, empty lists are {@code []}. */
final class TenantJson {
    private static final Map<String, Section> OBJECTS = new LinkedHashMap<>();

    static {
        OBJECTS.put("PrefixLists", Section.PREFIX_LISTS);
        OBJECTS.put("FqdnLists", Section.FQDN_LISTS);
        OBJECTS.put("CustomUrlCategories", Section.CUSTOM_URL_CATEGORIES);
        OBJECTS.put("IntelligentFeeds", Section.INTELLIGENT_FEEDS);
        OBJECTS.put("Certificates", Section.CERTIFICATES);
        OBJECTS.put("FileTypes", Section.FILE_TYPES);
    }

    private TenantJson() {}

    static ObjectNode of(Tenant tenant, Firewalls firewalls, FirewallLife life) {
        ObjectNode json = Json.object();
        ArrayNode stacks = json.putArray("Rulestacks");
        tenant.rulestacks().forEach(rulestack -> stacks.add(of(rulestack)));
        ArrayNode walls = json.putArray("Firewalls");
        tenant.firewalls().forEach(firewall -> walls.add(of(firewall, firewalls, life)));
        return json;
    }

    private static ObjectNode of(Rulestack rulestack) {
        ObjectNode entry = rulestack.getCandidate().entry();
        ObjectNode json = Json.object().put("RuleStackName", rulestack.getName());
        json.set("Scope", entry.path("Scope"));
        json.set("AccountId", entry.path("AccountId"));
        json.put("Region", rulestack.getRegion());
        json.put("RuleStackState", Rulestacks.state(rulestack));
        json.put("CommitCount", rulestack.getCommitCount());
        json.set("Tags", Json.tags(rulestack.getTags()));
        json.set("Candidate", rulestack.isMarkedForDeletion() ? json.nullNode() : of(rulestack.getCandidate()));
        json.set("Running", of(rulestack.getRunning()));
        return json;
    }

    private static JsonNode of(@Nullable Configuration configuration) {
        if (configuration == null) {
            return Json.object().nullNode();
        }
        ObjectNode json = Json.object();
        json.set("Entry", shown(configuration.entry()));
        ObjectNode rules = json.putObject("Rules");
        for (RuleList list : RuleList.values()) {
            ArrayNode items = rules.putArray(list.path);
            configuration
                    .section(list.section)
                    .forEach((key, rule) -> items.addObject()
                            .put("Priority", Integer.parseInt(key))
                            .set("RuleEntry", shown(rule)));
        }
        OBJECTS.forEach((name, section) -> {
            ArrayNode items = json.putArray(name);
            String key = section == Section.FILE_TYPES ? "FileType" : "Name";
            configuration.section(section).forEach((item, entry) -> {
                ObjectNode named = items.addObject().put(key, item);
                named.setAll(shown(entry));
            });
        });
        return json;
    }

    /** Without the token, which says how often an entry was written, not what it is. */
    private static ObjectNode shown(JsonNode entry) {
        return ((ObjectNode) entry.deepCopy()).without("UpdateToken");
    }

    private static ObjectNode of(Firewall firewall, Firewalls firewalls, FirewallLife life) {
        ObjectNode json = firewalls.show(firewall);
        json.put("Region", firewall.getRegion());
        json.set("Status", life.status(firewall));
        json.set("LogProfile", firewall.getLogProfile());
        json.set("Tags", Json.tags(firewall.getTags()));
        return json;
    }
}
