package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the service holds at one moment, held against what resources want of it. Knows the API's forms by itself, so that a
 * mistake of the product's own comparison cannot hide.
 */
final class Tenant {

    static final String CANDIDATE = "Candidate";
    static final String RUNNING = "Running";
    private static final List<String> STAND_INS = List.of("--moving", "--parked");
    private static final Set<String> PLACE = Set.of("RuleStackName", "RuleListType", "RuleName", "Priority");
    private static final Set<String> READY = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE");

    private final JsonNode tenant;

    Tenant(JsonNode tenant) {
        this.tenant = tenant;
    }

    JsonNode rulestack(String name) {
        return named(tenant.path("Rulestacks"), "RuleStackName", name);
    }

    private static JsonNode named(JsonNode list, String key, String name) {
        for (JsonNode each : list) {
            if (each.path(key).asText().equals(name)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    /** Names of all rulestacks. */
    List<String> rulestacks() {
        return List.copyOf(names(tenant.path("Rulestacks"), "/RuleStackName"));
    }

    /** Whether the service calls it uncommitted: also what was changed and changed back. */
    boolean hasDrafts(String rulestack) {
        return rulestack(rulestack).path("RuleStackState").asText().equals("Uncommitted");
    }

    /**
     * What the candidate and the running configuration have different: rules by the names of those whose copies they are, other
     * entries by section and name.
     */
    Set<String> uncommitted(String rulestack) {
        Map<String, JsonNode> candidate = entries(rulestack(rulestack).path(CANDIDATE));
        Map<String, JsonNode> running = entries(rulestack(rulestack).path(RUNNING));
        return Stream.concat(candidate.keySet().stream(), running.keySet().stream())
                .filter(key -> !Objects.equals(candidate.get(key), running.get(key)))
                .map(key -> named(key.substring(key.lastIndexOf(' ') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By section, place and name. */
    private static Map<String, JsonNode> entries(JsonNode configuration) {
        Map<String, JsonNode> entries = new TreeMap<>();
        configuration.properties().forEach(section -> {
            if (section.getValue().isArray()) {
                section.getValue()
                        .forEach(entry -> entries.put(
                                section.getKey() + "/" + entry.path("Name").asText()
                                        + entry.path("FileType").asText(),
                                entry));
            } else if (!section.getKey().equals("Rules")) {
                entries.put(section.getKey(), section.getValue());
            }
        });
        configuration
                .path("Rules")
                .properties()
                .forEach(list -> list.getValue()
                        .forEach(rule -> entries.put(
                                list.getKey() + " " + rule.path("Priority") + " "
                                        + rule.at("/RuleEntry/RuleName").asText(),
                                rule)));
        return entries;
    }

    /** An entry of a view whole, by what it is called there. */
    JsonNode ruleNamed(String view, String rulestack, String name) {
        for (JsonNode rule : rulestack(rulestack).path(view).path("Rules").path(Models.LIST)) {
            if (rule.at("/RuleEntry/RuleName").asText().equals(name)) {
                return rule;
            }
        }
        return MissingNode.getInstance();
    }

    JsonNode listNamed(String view, String rulestack, String name) {
        return named(rulestack(rulestack).path(view).path("PrefixLists"), "Name", name);
    }

    /** The name of the rule that the candidate has at a place; empty when it has none. */
    Optional<String> ruleAt(String rulestack, String list, String priority) {
        for (JsonNode rule : rulestack(rulestack).path(CANDIDATE).path("Rules").path(list)) {
            if (rule.path("Priority").asText().equals(priority)) {
                return Optional.of(rule.at("/RuleEntry/RuleName").asText());
            }
        }
        return Optional.empty();
    }

    /** What a view lacks of a resource, or has different; empty when it holds exactly what is wanted. */
    Optional<String> gap(String view, Resource wanted) {
        JsonNode properties = wanted.properties();
        return switch (wanted.kind()) {
            case SECURITY_RULE -> rule(view, properties.path("RuleStackName").asText(), properties);
            case RULESTACK -> content(view, properties);
            case FIREWALL -> firewall(properties);
        };
    }

    /** What a view still has of a resource that shall be gone. */
    Optional<String> leftOver(String view, Resource unwanted) {
        JsonNode properties = unwanted.properties();
        String rulestack = properties.path("RuleStackName").asText();
        return switch (unwanted.kind()) {
            case SECURITY_RULE ->
                places(view, rulestack, properties).stream().findFirst().map(rule -> "still has " + rule);
            case RULESTACK ->
                rulestack(rulestack).isMissingNode()
                        ? Optional.empty()
                        : Optional.of("rulestack " + rulestack + " is still there");
            case FIREWALL ->
                named(
                                        tenant.path("Firewalls"),
                                        "FirewallName",
                                        properties.path("FirewallName").asText())
                                .isMissingNode()
                        ? Optional.empty()
                        : Optional.of("the firewall is still there");
        };
    }

    /**
     * What a view lacks of a resource, or still has of it.
     *
     * @param due null when it shall be gone
     */
    Optional<String> gapTo(String view, @Nullable Resource due, Resource resource) {
        return due == null ? leftOver(view, resource) : gap(view, due);
    }

    /** Where a view has a rule and its copies on the move. */
    List<Integer> priorities(String view, Resource rule) {
        JsonNode properties = rule.properties();
        return places(view, properties.path("RuleStackName").asText(), properties).stream()
                .map(place -> place.path("Priority").asInt())
                .toList();
    }

    private Optional<String> rule(String view, String rulestack, JsonNode wanted) {
        List<JsonNode> places = places(view, rulestack, wanted);
        if (places.size() != 1) {
            return Optional.of("has the rule " + places.size() + " times: " + places);
        }
        JsonNode found = places.get(0);
        if (found.path("Priority").asInt() != wanted.path("Priority").asInt()) {
            return Optional.of("has it at " + found.path("Priority") + ", not " + wanted.path("Priority"));
        }
        String name = found.at("/RuleEntry/RuleName").asText();
        if (!name.equals(wanted.path("RuleName").asText())) {
            return Optional.of("has it as " + name);
        }
        return gap(wanted, found.path("RuleEntry"), PLACE);
    }

    /** A rule and its copies on the move. */
    private List<JsonNode> places(String view, String rulestack, JsonNode rule) {
        String name = rule.path("RuleName").asText();
        List<JsonNode> places = new ArrayList<>();
        for (JsonNode slot : rulestack(rulestack)
                .path(view)
                .path("Rules")
                .path(rule.path("RuleListType").asText())) {
            if (isNamed(slot.at("/RuleEntry/RuleName").asText(), name)) {
                places.add(slot);
            }
        }
        return places;
    }

    /** Whether a rule is another, or a copy of it on the move. */
    static boolean isNamed(String rule, String name) {
        return rule.equals(name) || STAND_INS.stream().anyMatch(standIn -> rule.equals(name + standIn));
    }

    /** The rule whose copy this is, or itself. */
    static String named(String rule) {
        return STAND_INS.stream().reduce(rule, (name, mark) -> name.replace(mark, ""));
    }

    private Optional<String> content(String view, JsonNode wanted) {
        String name = wanted.path("RuleStackName").asText();
        JsonNode found = rulestack(name).path(view);
        if (!found.isObject()) {
            return Optional.of("is absent");
        }
        Optional<String> gap = gap(wanted.path("RuleStack"), found.path("Entry"), Set.of());
        for (JsonNode list : wanted.at("/SecurityObjects/PrefixLists")) {
            String listed = list.path("Name").asText();
            gap = gap.or(() -> gap(list, named(found.path("PrefixLists"), "Name", listed), Set.of()));
        }
        for (JsonNode rule : wanted.path("RuleList")) {
            gap = gap.or(() -> rule(view, name, rule));
        }
        return gap;
    }

    /** What a rulestack still has of the other side of its change. */
    Optional<String> remains(String view, Change change, Resource due) {
        Resource other = due.equals(change.after()) ? change.before() : change.after();
        if (other == null || !change.isOf(ResourceKind.RULESTACK)) {
            return Optional.empty();
        }
        JsonNode found = rulestack(change.rulestack()).path(view);
        Set<String> unwanted = names(other.properties().at("/SecurityObjects/PrefixLists"), "/Name");
        unwanted.addAll(names(other.properties().path("RuleList"), "/RuleName"));
        unwanted.removeAll(names(due.properties().at("/SecurityObjects/PrefixLists"), "/Name"));
        unwanted.removeAll(names(due.properties().path("RuleList"), "/RuleName"));
        Set<String> there = names(found.path("PrefixLists"), "/Name");
        there.addAll(names(found.at("/Rules/" + Models.LIST), "/RuleEntry/RuleName"));
        return unwanted.stream().filter(there::contains).findFirst().map(name -> "still has " + name);
    }

    private static Set<String> names(JsonNode list, String path) {
        Set<String> names = new TreeSet<>();
        list.forEach(each -> names.add(each.at(path).asText()));
        return names;
    }

    private Optional<String> firewall(JsonNode wanted) {
        JsonNode found = named(
                tenant.path("Firewalls"),
                "FirewallName",
                wanted.path("FirewallName").asText());
        String status = found.at("/Status/FirewallStatus").asText();
        if (!READY.contains(status)) {
            return Optional.of("the firewall is '" + status + "'");
        }
        return gap(wanted, found, Set.of());
    }

    /** Every member that is wanted must be there and equal; lists in any order, tags among others. */
    private static Optional<String> gap(JsonNode wanted, JsonNode found, Set<String> but) {
        return wanted.properties().stream()
                .filter(member -> !but.contains(member.getKey()))
                .filter(member -> !holds(member.getKey(), member.getValue(), found.path(member.getKey())))
                .map(member -> member.getKey() + " is " + found.path(member.getKey()) + ", not " + member.getValue())
                .findFirst();
    }

    private static boolean holds(String name, JsonNode wanted, JsonNode found) {
        if (wanted.isObject()) {
            return gap(wanted, found, Set.of()).isEmpty();
        }
        if (wanted.isArray()) {
            Set<String> there = texts(found);
            Set<String> needed = texts(wanted);
            return name.equals("Tags") ? there.containsAll(needed) : there.equals(needed);
        }
        return wanted.asText().equals(found.asText());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.toString()));
        return texts;
    }
}
