package com.paloaltonetworks.cloudngfw.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.service.CloudNgfw;
import java.util.List;
import java.util.Map;

/**
 * A person in the vendor's console, who changes things behind CloudFormation's back: no token, not in the request log.
 * Bodies are those of the API. What the service would refuse throws {@link IllegalStateException}.
 */
public final class Console {
    private static final String RULESTACKS = "/v1/config/rulestacks/";
    private static final String FIREWALLS = "/v1/config/ngfirewalls/";

    private final CloudNgfw service;
    private final Object lock;

    Console(CloudNgfw service, Object lock) {
        this.service = service;
        this.lock = lock;
    }

    /** Any endpoint below the region, such as {@code PUT /v1/config/rulestacks/edge}; the content of the answer. */
    public ObjectNode call(String region, String method, String path, ObjectNode body) {
        synchronized (lock) {
            return service.inConsole(region, method, path, body);
        }
    }

    /** Makes or replaces a rule. */
    public void putRule(String region, String rulestack, String list, int priority, ObjectNode entry) {
        String rules = RULESTACKS + rulestack + "/rulelists/" + list;
        ObjectNode body = object();
        body.set("RuleEntry", entry);
        if (exists(region, rules + "/priorities/" + priority)) {
            call(region, "PUT", rules + "/priorities/" + priority, body);
        } else {
            call(region, "POST", rules, body.put("Priority", priority));
        }
    }

    public void deleteRule(String region, String rulestack, String list, int priority) {
        call(region, "DELETE", RULESTACKS + rulestack + "/rulelists/" + list + "/priorities/" + priority, object());
    }

    /** Makes or replaces an object of a collection such as {@code prefixlists}. */
    public void putObject(String region, String rulestack, String collection, String name, ObjectNode entry) {
        String objects = RULESTACKS + rulestack + "/" + collection;
        if (exists(region, objects + "/" + name)) {
            call(region, "PUT", objects + "/" + name, entry);
        } else {
            call(region, "POST", objects, entry.deepCopy().put("Name", name));
        }
    }

    public void deleteObject(String region, String rulestack, String collection, String name) {
        call(region, "DELETE", RULESTACKS + rulestack + "/" + collection + "/" + name, object());
    }

    /** Makes or replaces a rulestack's entry. */
    public void putRulestack(String region, String rulestack, ObjectNode entry) {
        ObjectNode body = object();
        body.set("RuleStackEntry", entry);
        if (exists(region, RULESTACKS + rulestack)) {
            call(region, "PUT", RULESTACKS + rulestack, body);
        } else {
            call(region, "POST", "/v1/config/rulestacks", body.put("RuleStackName", rulestack));
        }
    }

    public void tagRulestack(String region, String rulestack, Map<String, String> tags) {
        call(region, "POST", RULESTACKS + rulestack + "/tags", tags(tags));
    }

    public void untagRulestack(String region, String rulestack, String... keys) {
        call(region, "DELETE", RULESTACKS + rulestack + "/tags", texts("TagKeys", keys));
    }

    public void tagFirewall(String region, String firewall, Map<String, String> tags) {
        call(region, "POST", FIREWALLS + firewall + "/tags", ofAccount(region, firewall, tags(tags)));
    }

    public void untagFirewall(String region, String firewall, String... keys) {
        call(region, "DELETE", FIREWALLS + firewall + "/tags", ofAccount(region, firewall, texts("TagKeys", keys)));
    }

    /** Subnets of a service-managed firewall; it is UPDATING afterwards. */
    public void changeSubnets(String region, String firewall, List<String> associate, List<String> disassociate) {
        ObjectNode body = object();
        associate.forEach(
                subnet -> body.withArray("AssociateSubnetMappings").addObject().put("SubnetId", subnet));
        disassociate.forEach(subnet ->
                body.withArray("DisassociateSubnetMappings").addObject().put("SubnetId", subnet));
        call(region, "PUT", FIREWALLS + firewall + "/subnets", body);
    }

    /** At once, whatever the firewall is doing. */
    public void deleteFirewall(String region, String firewall) {
        synchronized (lock) {
            service.dropFirewall(region, firewall);
        }
    }

    /** At once, running configuration included, in use or not. */
    public void deleteRulestack(String region, String rulestack) {
        synchronized (lock) {
            service.dropRulestack(region, rulestack);
        }
    }

    /** Over at once; throws if validation finds something. */
    public void commit(String region, String rulestack) {
        synchronized (lock) {
            service.commitInConsole(region, rulestack);
        }
    }

    public void revert(String region, String rulestack) {
        call(region, "POST", RULESTACKS + rulestack + "/revert", object());
    }

    private boolean exists(String region, String path) {
        try {
            call(region, "GET", path, object().put("Candidate", true));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private ObjectNode ofAccount(String region, String firewall, ObjectNode body) {
        ObjectNode found = call(region, "GET", FIREWALLS + firewall, object());
        body.set("AccountId", found.path("Firewall").path("AccountId"));
        return body;
    }

    private static ObjectNode tags(Map<String, String> tags) {
        ObjectNode body = object();
        tags.forEach((key, value) ->
                body.withArray("Tags").addObject().put("Key", key).put("Value", value));
        return body;
    }

    private static ObjectNode texts(String name, String... values) {
        ObjectNode body = object();
        for (String value : values) {
            body.withArray(name).add(value);
        }
        return body;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
