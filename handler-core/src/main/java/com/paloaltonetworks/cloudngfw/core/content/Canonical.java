package com.paloaltonetworks.cloudngfw.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.CertificateObject;
import com.paloaltonetworks.cloudngfw.client.model.CustomUrlCategory;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.IntelligentFeed;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The form in which wanted and found content are compared: the service's defaults filled in, nothing empty, lists without
 * order sorted, update tokens and our own mark left out, {@code Any}, {@code Custom} and the protocols of ports in one spelling.
 */
public final class Canonical {

    private static final String ANY = "any";
    private static final List<String> SIDES = List.of("Source", "Destination");

    /** What the service fills in by itself; not compared unless it is wanted. */
    private static final List<String> FILLED_BY_SERVICE = List.of("AccountId", "AccountGroup", "MinAppIdVersion");

    private static final Map<String, String> PROFILES = Map.of(
            "AntiSpywareProfile", "BestPractice",
            "AntiVirusProfile", "BestPractice",
            "VulnerabilityProfile", "BestPractice",
            "FileBlockingProfile", "BestPractice",
            "URLFilteringProfile", "None");

    private static final List<String> PROFILE_WORDS = List.of("BestPractice", "Custom", "None");

    private Canonical() {}

    /** The first place where found differs from wanted, with both values; empty when they are the same. */
    public static Optional<String> difference(Object wanted, Object found) {
        ObjectNode want = of(wanted);
        ObjectNode have = of(found);
        FILLED_BY_SERVICE.stream().filter(member -> !want.has(member)).forEach(have::remove);
        return firstDifference("", want, have);
    }

    /** Of a rule, a rulestack's entry, an object or a file type, as the client's records hold them. */
    public static ObjectNode of(Object content) {
        ObjectNode tree = completed(content);
        if (content instanceof RuleEntry) {
            spellRule(tree);
        } else if (content instanceof FileType) {
            tree.remove("FileType");
        } else if (content instanceof IntelligentFeed feed && !"DAILY".equals(feed.frequency())) {
            tree.remove("Time"); // the service returns what it likes for an hourly feed
        }
        sort(tree);
        return tree;
    }

    /**
     * What a read shows: all that the service holds but update tokens and our own mark, its defaults filled in where it
     * shows none, nothing empty. Words stay as the service spells them, so that a template that says {@code Any} where
     * another says {@code any} finds its own word again; only those of the profiles are spelled as the schema has them.
     */
    public static ObjectNode completed(Object content) {
        ObjectNode tree = Json.mapper().valueToTree(content);
        tree.remove("UpdateToken");
        tidy(tree);
        if (content instanceof RuleEntry) {
            fillRule(tree);
        } else if (content instanceof RulestackEntry) {
            fillEntry(tree);
        } else if (content instanceof FileType) {
            fill(tree, "Action", "alert");
            fill(tree, "Direction", "both");
        } else if (content instanceof RulestackObject object) {
            fillObject(tree, object);
        }
        return tree;
    }

    private static void fillRule(ObjectNode rule) {
        rule.set("Tags", StackMark.without(rule.path("Tags")));
        for (String side : SIDES) {
            ObjectNode match = rule.withObjectProperty(side);
            if (match.isEmpty()) {
                match.putArray("Cidrs").add(ANY);
            }
        }
        if (!rule.has("Applications")) {
            rule.putArray("Applications").add(ANY);
        }
        if (!rule.has("ProtPortList")) {
            fill(rule, "Protocol", "application-default");
        }
        fill(rule, "Action", "Allow");
        fill(rule, "Enabled", true);
        for (String flag : List.of("NegateSource", "NegateDestination", "Logging")) {
            fill(rule, flag, false);
        }
        tidy(rule);
    }

    private static void fillEntry(ObjectNode entry) {
        fill(entry, "Scope", "Local");
        fill(entry, "LookupXForwardedFor", "None");
        ObjectNode profiles = entry.withObjectProperty("Profiles");
        PROFILES.forEach((profile, setting) -> {
            fill(profiles, profile, setting);
            PROFILE_WORDS.stream()
                    .filter(word ->
                            word.equalsIgnoreCase(profiles.path(profile).asText()))
                    .forEach(word -> profiles.put(profile, word));
        });
    }

    /** In one spelling: the word any, and the protocols of ports. */
    private static void spellRule(ObjectNode rule) {
        SIDES.forEach(side -> spellEach(rule.path(side).path("Cidrs"), Canonical::lowerAny));
        spellEach(rule.path("Applications"), Canonical::lowerAny);
        if (rule.has("ProtPortList")) {
            rule.remove("Protocol");
            spellEach(rule.path("ProtPortList"), port -> port.toUpperCase(Locale.ROOT));
        } else {
            String protocol = rule.path("Protocol").asText();
            rule.put("Protocol", protocol.contains(":") ? protocol.toUpperCase(Locale.ROOT) : lowerAny(protocol));
        }
    }

    private static String lowerAny(String word) {
        return word.equalsIgnoreCase(ANY) ? ANY : word;
    }

    private static void spellEach(JsonNode list, UnaryOperator<String> spelling) {
        if (list instanceof ArrayNode values) {
            for (int index = 0; index < values.size(); index++) {
                values.set(
                        index, TextNode.valueOf(spelling.apply(values.get(index).asText())));
            }
        }
    }

    private static void fillObject(ObjectNode tree, RulestackObject object) {
        if (object instanceof CertificateObject) {
            fill(tree, "CertificateSelfSigned", false);
        } else if (object instanceof CustomUrlCategory) {
            fill(tree, "Action", "none");
        } else if (object instanceof IntelligentFeed feed && "DAILY".equals(feed.frequency())) {
            fill(tree, "Time", 3);
        }
    }

    private static void fill(ObjectNode tree, String member, Object preset) {
        if (!tree.has(member)) {
            tree.set(member, Json.mapper().valueToTree(preset));
        }
    }

    /** Drops what is null or empty: to the service that is the same as absent. */
    public static void tidy(ObjectNode tree) {
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode object) {
                tidy(object);
            }
            boolean hollow =
                    value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
            if (value.isNull() || hollow) {
                empty.add(member.getKey());
            }
        }
        tree.remove(empty);
    }

    /** None of the service's lists has an order, and none holds a thing twice. */
    private static void sort(ObjectNode tree) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            if (member.getValue() instanceof ObjectNode object) {
                sort(object);
            } else if (member.getValue() instanceof ArrayNode array) {
                sort(array);
            }
        }
    }

    private static void sort(ArrayNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        items.sort(Comparator.comparing(JsonNode::toString));
        array.removeAll();
        items.stream().distinct().forEach(array::add);
    }

    private static Optional<String> firstDifference(String path, JsonNode wanted, JsonNode found) {
        if (wanted.isObject() && found.isObject()) {
            Set<String> members = new TreeSet<>();
            wanted.fieldNames().forEachRemaining(members::add);
            found.fieldNames().forEachRemaining(members::add);
            return members.stream()
                    .map(member -> firstDifference(
                            path.isEmpty() ? member : path + "." + member, wanted.path(member), found.path(member)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return wanted.equals(found)
                ? Optional.empty()
                : Optional.of(path + " is " + show(found) + ", not " + show(wanted));
    }

    private static String show(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
