package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the template.
 *
 * @param resource the SecurityRule itself, or the RuleStack in whose RuleList the rule stands
 * @param pointer of the rule within the properties; empty for a SecurityRule
 */
record DeclaredRule(Declared resource, String pointer) {

    JsonNode node() {
        return resource.properties().at(pointer);
    }

    String name() {
        return node().path("RuleName").asText("");
    }

    boolean isSeparate() {
        return pointer.isEmpty();
    }

    boolean isEnabled() {
        return node().path("Enabled").asBoolean(true);
    }

    /** Unique within the template. */
    String id() {
        return resource.resource().logicalId() + pointer;
    }

    /** Whether nothing in what the rule asks for is wrong, or known only after a deploy. */
    boolean isReadable() {
        JsonNode node = node();
        return node.isObject()
                && !resource.isWrong(pointer)
                && List.of(
                                "RuleListType",
                                "Priority",
                                "Source",
                                "Destination",
                                "Applications",
                                "Category",
                                "Protocol",
                                "ProtPortList",
                                "Action",
                                "DecryptionRuleType")
                        .stream()
                        .noneMatch(member -> resource.isOpen(node.path(member)));
    }

    /** The names of objects of a kind that the rule uses; keys are pointers. */
    Map<String, String> names(ObjectKind kind) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String place : kind.usedAt()) {
            JsonNode used = resource.properties().at(pointer + place);
            if (used.isTextual()) {
                names.put(pointer + place, used.textValue());
            }
            for (int index = 0; used.isArray() && index < used.size(); index++) {
                names.put(pointer + place + "/" + index, used.get(index).asText());
            }
        }
        return names;
    }

    /** The texts of one list of the rule. */
    List<String> texts(String place) {
        List<String> texts = new ArrayList<>();
        node().at(place).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    Problem warning(String member, @Nullable String value, String message, String remedy) {
        return resource.warning(pointer + member, value, message, remedy);
    }
}
