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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which wanted and found content are compared: the service's defaults filled in, nothing empty, lists without
 * order sorted, update tokens and our own mark left out, {@code Any} and {@code Custom} in one spelling.
 */
public final class Canonical {

    private static final String ANY = "any";

    /** What the service fills in by itself; not compared unless it is wanted. */
    private static final List<String> FILLED_BY_SERVICE = List.of("AccountId", "AccountGroup", "MinAppIdVersion");

    private static final Map<String, String> PROFILES = Map.of(
            "AntiSpywareProfile", "BestPractice",
            "AntiVirusProfile", "BestPractice",
            "VulnerabilityProfile", "BestPractice",
            "FileBlockingProfile", "BestPractice",
            "URLFilteringProfile", "None");

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
        ObjectNode tree = Json.mapper().valueToTree(content);
        tree.remove("UpdateToken");
        tidy(tree);
        if (content instanceof RuleEntry) {
            fillRule(tree);
        } else if (content instanceof RulestackEntry) {
            fillEntry(tree);
        } else if (content instanceof FileType) {
            tree.remove("FileType");
            fill(tree, "Action", "alert");
            fill(tree, "Direction", "both");
        } else if (content instanceof RulestackObject object) {
            fillObject(tree, object);
        }
        return tree;
    }

    private static void fillRule(ObjectNode rule) {
        rule.set("Tags", StackMark.without(rule.path("Tags")));
        for (String side : List.of("Source", "Destination")) {
            ObjectNode match = rule.withObjectProperty(side);
            if (match.isEmpty()) {
                match.putArray("Cidrs").add(ANY);
            }
            lowerAny(match, "Cidrs");
        }
        if (!rule.has("Applications")) {
            rule.putArray("Applications").add(ANY);
        }
        lowerAny(rule, "Applications");
        if (rule.has("ProtPortList")) {
            rule.remove("Protocol");
        } else {
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
            if (profiles.path(profile).asText().equalsIgnoreCase("custom")) {
                profiles.put(profile, "custom");
            }
        });
    }

    private static void fillObject(ObjectNode tree, RulestackObject object) {
        if (object instanceof CertificateObject) {
            fill(tree, "CertificateSelfSigned", false);
        } else if (object instanceof CustomUrlCategory) {
            fill(tree, "Action", "none");
        } else if (object instanceof IntelligentFeed feed) {
            if ("DAILY".equals(feed.frequency())) {
                fill(tree, "Time", 3);
            } else {
                tree.remove("Time"); // the service returns what it likes for an hourly feed
            }
        }
    }

    private static void fill(ObjectNode tree, String member, Object preset) {
        if (!tree.has(member)) {
            tree.set(member, Json.mapper().valueToTree(preset));
        }
    }

    private static void lowerAny(ObjectNode tree, String list) {
        if (tree.path(list) instanceof ArrayNode values) {
            for (int index = 0; index < values.size(); index++) {
                if (values.get(index).asText().equalsIgnoreCase(ANY)) {
                    values.set(index, TextNode.valueOf(ANY));
                }
            }
        }
    }

    /** Drops what is null or empty, and sorts lists: none of the service's has an order. */
    private static void tidy(ObjectNode tree) {
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode object) {
                tidy(object);
            } else if (value instanceof ArrayNode array) {
                sort(array);
            }
            boolean hollow =
                    value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
            if (value.isNull() || hollow) {
                empty.add(member.getKey());
            }
        }
        tree.remove(empty);
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
