package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud.REGION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts in force what a wave finds when it comes: the resources that it changes, and entries of somebody else. */
final class Ground {

    static final String FOREIGN_RULE = "console-rule";
    static final int FOREIGN_PLACE = 1;
    static final String FOREIGN_LIST = "console-list";
    private static final String MARK = "cloudngfw:cloudformation-stack";

    private final Console console;
    private final List<Change> changes;

    Ground(Console console, List<Change> changes) {
        this.console = console;
        this.changes = changes;
    }

    void lay() {
        Set<String> rulestacks = rulestacks();
        rulestacks.forEach(this::shared);
        changes.stream()
                .filter(change -> change.before() != null && change.isOf(ResourceKind.RULESTACK))
                .forEach(change -> rulestack(change.before()));
        changes.stream()
                .filter(change -> change.before() != null && change.isOf(ResourceKind.SECURITY_RULE))
                .forEach(change -> rule(change.rulestack(), marked(change), change.before()));
        rulestacks.forEach(name -> console.commit(REGION, name));
        changes.stream()
                .filter(change -> change.before() != null && change.isOf(ResourceKind.FIREWALL))
                .forEach(change -> console.call(
                        REGION,
                        "POST",
                        "/v1/config/ngfirewalls",
                        change.before().properties().deepCopy()));
    }

    /** Those that are there before the wave: all but the ones it makes. */
    private Set<String> rulestacks() {
        Set<String> names = new TreeSet<>();
        for (Change change : changes) {
            names.add(change.rulestack());
            if (change.before() != null) {
                names.add(change.before().properties().path("RuleStackName").asText());
            }
        }
        changes.stream()
                .filter(change -> change.before() == null && change.isOf(ResourceKind.RULESTACK))
                .forEach(change -> names.remove(change.rulestack()));
        return names;
    }

    private void shared(String name) {
        console.putRulestack(REGION, name, object().put("Scope", "Local"));
        ObjectNode rule = object().put("RuleName", FOREIGN_RULE).put("Description", "made in the console");
        console.putRule(REGION, name, Models.LIST, FOREIGN_PLACE, rule);
        ObjectNode list = object();
        list.putArray("PrefixList").add("192.168.0.0/16");
        console.putObject(REGION, name, "prefixlists", FOREIGN_LIST, list);
        ObjectNode own = object();
        own.putArray("PrefixList").add("10.1.0.0/16");
        console.putObject(REGION, name, "prefixlists", Models.OWN_LIST, own);
    }

    private void rulestack(Resource resource) {
        JsonNode properties = resource.properties();
        String name = properties.path("RuleStackName").asText();
        console.putRulestack(REGION, name, properties.path("RuleStack").deepCopy());
        properties.at("/SecurityObjects/PrefixLists").forEach(list -> {
            ObjectNode entry = list.deepCopy();
            entry.remove("Name");
            console.putObject(REGION, name, "prefixlists", list.path("Name").asText(), entry);
        });
        properties.path("RuleList").forEach(rule -> rule(name, rule.deepCopy(), rule));
    }

    private static ObjectNode marked(Change change) {
        ObjectNode entry = change.before().properties().deepCopy();
        entry.withArray("Tags").addObject().put("Key", MARK).put("Value", Stacks.mark(change.stack()));
        return entry;
    }

    private void rule(String rulestack, ObjectNode entry, Resource rule) {
        rule(rulestack, entry, rule.properties());
    }

    private void rule(String rulestack, ObjectNode entry, JsonNode rule) {
        entry.remove(List.of("RuleStackName", "RuleListType", "Priority"));
        console.putRule(REGION, rulestack, Models.LIST, rule.path("Priority").asInt(), entry);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
