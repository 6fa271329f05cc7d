package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One view of a rulestack as the service holds it, entry by entry: each is one write of the API. What the documents call the
 * same is the same here: lists have no order, {@code Any} is {@code any}, protocols are capitals (decision 15); a restored file
 * type is one that was never written (decision 7); an hourly feed has no hour.
 */
record HeldContent(Map<String, JsonNode> entries) {

    static final String SETTINGS = "settings";

    /** @param view {@code Candidate} or {@code Running} of the simulator's tenant */
    static HeldContent of(JsonNode view) {
        Map<String, JsonNode> entries = new TreeMap<>();
        entries.put(SETTINGS, tidy(view.path("Entry")));
        view.path("Rules")
                .properties()
                .forEach(list -> list.getValue()
                        .forEach(rule -> entries.put(
                                list.getKey() + " " + rule.path("Priority").asText(), tidy(rule.path("RuleEntry")))));
        view.properties().stream()
                .filter(member -> member.getValue().isArray())
                .forEach(kind -> kind.getValue().forEach(object -> put(entries, kind.getKey(), tidy(object))));
        return new HeldContent(entries);
    }

    private static void put(Map<String, JsonNode> entries, String kind, JsonNode object) {
        if (object.path("Frequency").asText().equals("HOURLY")) {
            ((ObjectNode) object).remove("Time");
        }
        if (!object.path("AuditComment").asText().equals("restored to the default")) {
            entries.put(
                    kind + " "
                            + object.path(kind.equals("FileTypes") ? "FileType" : "Name")
                                    .asText(),
                    object);
        }
    }

    /** Without settings that the service fills in by itself, unless the model says what they shall be. */
    HeldContent askedBy(ObjectNode model) {
        Map<String, JsonNode> asked = new TreeMap<>(entries);
        ObjectNode settings = entries.get(SETTINGS).deepCopy();
        List.of("AccountId", "MinAppIdVersion").stream()
                .filter(member -> !model.path("RuleStack").has(member))
                .forEach(settings::remove);
        asked.put(SETTINGS, settings);
        return new HeldContent(asked);
    }

    HeldContent without(Set<String> keys) {
        Map<String, JsonNode> rest = new TreeMap<>(entries);
        rest.keySet().removeAll(keys);
        return new HeldContent(rest);
    }

    /** What was added, removed or changed between the two. */
    Set<String> difference(HeldContent other) {
        Set<String> keys = new HashSet<>(entries.keySet());
        keys.addAll(other.entries.keySet());
        keys.removeIf(key -> Objects.equals(entries.get(key), other.entries.get(key)));
        return keys;
    }

    private static JsonNode tidy(JsonNode entry) {
        JsonNode tidy = entry.deepCopy();
        order(tidy);
        for (String list : List.of("/Source/Cidrs", "/Destination/Cidrs", "/Applications")) {
            spell(tidy.at(list));
        }
        spell(tidy.path("ProtPortList"));
        if (tidy.has("Protocol")) {
            ((ObjectNode) tidy).put("Protocol", spelled(tidy.path("Protocol").asText()));
        }
        return tidy;
    }

    private static void spell(JsonNode list) {
        if (list instanceof ArrayNode words) {
            for (int index = 0; index < words.size(); index++) {
                words.set(index, TextNode.valueOf(spelled(words.get(index).asText())));
            }
            order(words);
        }
    }

    private static String spelled(String word) {
        boolean ports = word.toUpperCase(Locale.ROOT).matches("(TCP|UDP):.*");
        return ports ? word.toUpperCase(Locale.ROOT) : word.equals("Any") ? "any" : word;
    }

    private static void order(JsonNode node) {
        node.forEach(HeldContent::order);
        if (node instanceof ArrayNode list) {
            List<JsonNode> items = StreamSupport.stream(list.spliterator(), false)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .distinct()
                    .toList();
            list.removeAll().addAll(items);
        }
    }
}
