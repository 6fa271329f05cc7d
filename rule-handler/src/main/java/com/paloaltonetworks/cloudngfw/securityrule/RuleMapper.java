package com.paloaltonetworks.cloudngfw.securityrule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Between the model of the schema and the client's record of a rule, whose members have the same names. */
final class RuleMapper {

    /** The generated models carry their schema's names themselves. */
    private static final ObjectMapper MODELS = JsonMapper.builder().build();

    private RuleMapper() {}

    /** The rule with its own tags only. */
    static RuleEntry toEntry(ResourceModel model) {
        ObjectNode tree = MODELS.valueToTree(model);
        Canonical.tidy(tree);
        if (!tree.path("ProtPortList").isEmpty()
                && tree.path("Protocol").asText().equals("application-default")) {
            tree.remove("Protocol"); // the schema's default; the service takes one or the other
        }
        return Json.mapper().convertValue(tree, RuleEntry.class);
    }

    /** @param tags the rule's own, and those of its stack */
    static RuleEntry toEntry(ResourceModel model, Map<String, String> tags) {
        return toEntry(model).toBuilder().tags(TagChange.tags(tags)).build();
    }

    /** Every property, with the service's defaults where it shows none. */
    static ResourceModel toModel(RuleAddress address, RuleSlot slot, RuleEntry entry) {
        ResourceModel model = Json.mapper().convertValue(Canonical.completed(entry), ResourceModel.class);
        model.setRuleStackName(address.rulestack().name());
        model.setRuleListType(address.list().wireName());
        model.setRuleName(address.name());
        model.setPriority(slot.priority());
        return model;
    }

    static Map<String, String> tagsOf(ResourceModel model) {
        return Objects.requireNonNullElse(model.getTags(), List.<Tag>of()).stream()
                .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (first, second) -> second));
    }
}
