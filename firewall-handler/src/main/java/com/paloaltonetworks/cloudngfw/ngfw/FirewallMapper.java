package com.paloaltonetworks.cloudngfw.ngfw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Between the template's model and the service's records. Their names agree, so Jackson does it; written by hand is only
 * what differs.
 */
final class FirewallMapper {

    private static final ObjectMapper JSON = Json.mapper();

    private FirewallMapper() {}

    /** The mappings are those that a firewall without any has to get. */
    static Firewall toApi(ResourceModel model) {
        List<SubnetMapping> mappings = new WantedMappings(model).atCreation();
        return JSON.convertValue(model, Firewall.class).toBuilder()
                .subnetMappings(mappings.isEmpty() ? null : mappings)
                .build();
    }

    static LogProfile logProfile(ResourceModel model) {
        return JSON.convertValue(model, LogProfile.class);
    }

    /**
     * Everything that was read, as the writable properties and again as the read-only report. An empty text or list means
     * the same as none and is left out; but the messages of a rulestack that the devices took without a word are an empty
     * list, so that GetAtt has something to get.
     */
    static ResourceModel toModel(FirewallView found, LogProfile log, List<Tag> tags) {
        ObjectNode all = tree(log);
        all.setAll(tree(found.status()));
        all.setAll(tree(found.firewall()));
        all.set("SubnetMappings", JSON.valueToTree(shownMappings(found.firewall())));
        all.set(
                "Tags",
                JSON.valueToTree(tags.stream()
                        .filter(tag -> !isServiceMade(tag, found.firewall()))
                        .toList()));
        prune(all);
        ResourceModel model = JSON.convertValue(all, ResourceModel.class);
        model.setReadFirewall(JSON.convertValue(all, ReadFirewall.class).toBuilder()
                .ruleStackCommitMessages(messages(Policy.LOCAL, found))
                .globalRuleStackCommitMessages(messages(Policy.GLOBAL, found))
                .build());
        return model;
    }

    private static @Nullable List<String> messages(Policy policy, FirewallView found) {
        return policy.of(found.firewall()).isEmpty() ? null : policy.messages(found);
    }

    /** The service marks some firewalls with their own name; the prefix belongs to AWS. */
    private static boolean isServiceMade(Tag tag, Firewall firewall) {
        return tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")
                || (tag.key().equals("FirewallName") && firewall.firewallName().equals(tag.value()));
    }

    /** With a subnet of ours the zone follows from it and is in no template. */
    private static List<SubnetMapping> shownMappings(Firewall firewall) {
        return SubnetChange.orNone(firewall.subnetMappings()).stream()
                .map(mapping -> "ServiceManaged".equals(firewall.endpointMode()) && mapping.subnetId() != null
                        ? new SubnetMapping(null, null, mapping.subnetId())
                        : mapping)
                .toList();
    }

    private static ObjectNode tree(Object record) {
        return JSON.valueToTree(record);
    }

    private static boolean prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> prune(object.get(name))).forEach(object::remove);
        } else if (node instanceof ArrayNode array) {
            array.forEach(FirewallMapper::prune);
        }
        return node.isNull()
                || (node.isTextual() && node.asText().isEmpty())
                || (node.isContainerNode() && node.isEmpty());
    }
}
