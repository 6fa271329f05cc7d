package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.policy.Rule;
import com.paloaltonetworks.cloudngfw.policy.Rule.Categories;
import com.paloaltonetworks.cloudngfw.policy.Rule.Match;
import com.paloaltonetworks.cloudngfw.policy.Rule.RuleList;
import com.paloaltonetworks.cloudngfw.policy.Rule.Side;
import com.paloaltonetworks.cloudngfw.policy.Rulestack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns declared rules into those of the analysis, with the service's defaults. Rules that are wrong or not known yet are left
 * out: they may only take more traffic from the others.
 */
final class PolicyReader {

    private static final Map<String, RuleList> LISTS =
            Map.of("PreRule", RuleList.PRE, "LocalRule", RuleList.LOCAL, "PostRule", RuleList.POST);

    private PolicyReader() {}

    static Rulestack read(DeclaredRulestack rulestack) {
        List<Rule> rules = rulestack.rules().stream()
                .filter(DeclaredRule::isReadable)
                .map(PolicyReader::read)
                .flatMap(Optional::stream)
                .toList();
        return new Rulestack(
                rulestack.name(),
                items(rulestack, ObjectKind.PREFIX_LIST, "PrefixList"),
                items(rulestack, ObjectKind.FQDN_LIST, "FqdnList"),
                rules);
    }

    private static Optional<Rule> read(DeclaredRule declared) {
        JsonNode node = declared.node();
        RuleList list = LISTS.get(node.path("RuleListType").asText());
        if (list == null || !node.path("Priority").isInt()) {
            return Optional.empty();
        }
        Match match = new Match(
                side(declared, "Source"),
                side(declared, "Destination"),
                declared.texts("/Applications"),
                new Categories(declared.texts("/Category/URLCategoryNames"), declared.texts("/Category/Feeds")),
                services(declared));
        return Optional.of(new Rule(
                declared.id(),
                list,
                node.path("Priority").intValue(),
                declared.isEnabled(),
                match,
                node.path("Action").asText("Allow"),
                node.path("DecryptionRuleType").asText("")));
    }

    private static Side side(DeclaredRule declared, String side) {
        return new Side(
                declared.node().path("Negate" + side).asBoolean(false),
                declared.texts("/" + side + "/Cidrs"),
                declared.texts("/" + side + "/PrefixLists"),
                declared.texts("/" + side + "/FqdnLists"),
                declared.texts("/" + side + "/Countries"),
                declared.texts("/" + side + "/Feeds"));
    }

    private static List<String> services(DeclaredRule declared) {
        List<String> ports = declared.texts("/ProtPortList");
        String protocol = declared.node().path("Protocol").asText("application-default");
        return ports.isEmpty() ? List.of(protocol) : ports;
    }

    private static Map<String, List<String>> items(DeclaredRulestack rulestack, ObjectKind kind, String member) {
        Map<String, List<String>> items = new HashMap<>();
        Declared resource = rulestack.resource();
        if (resource != null) {
            rulestack.objects(kind).forEach((name, pointer) -> {
                JsonNode list = resource.properties().at(pointer + "/" + member);
                if (!resource.isOpen(list) && !resource.isWrong(pointer)) {
                    List<String> texts = new ArrayList<>();
                    list.forEach(item -> texts.add(item.asText()));
                    items.put(name, texts);
                }
            });
        }
        return items;
    }
}
