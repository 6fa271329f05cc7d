package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What validation finds in a configuration: names that stand for nothing. One message per finding; texts are a guess. */
final class References {
    private final Configuration configuration;
    private final List<String> messages = new ArrayList<>();

    private References(Configuration configuration) {
        this.configuration = configuration;
    }

    static List<String> missingIn(Configuration configuration) {
        References references = new References(configuration);
        references.checkProfiles();
        references.checkFeeds();
        for (RuleList list : RuleList.values()) {
            configuration.section(list.section).forEach((key, rule) -> references.checkRule(list, key, rule));
        }
        return references.messages;
    }

    private void checkProfiles() {
        JsonNode profiles = configuration.entry().path("Profiles");
        for (String certificate : List.of("OutboundTrustCertificate", "OutboundUntrustCertificate")) {
            checkCertificate(
                    "rulestack profile " + certificate,
                    profiles.path(certificate).textValue());
        }
    }

    private void checkFeeds() {
        configuration
                .section(Section.INTELLIGENT_FEEDS)
                .forEach((name, feed) -> checkCertificate(
                        "intelligent feed " + name, feed.path("Certificate").textValue()));
    }

    private void checkCertificate(String owner, @Nullable String name) {
        if (name != null && !name.isEmpty() && configuration.get(Section.CERTIFICATES, name) == null) {
            messages.add(owner + ": certificate " + name + " does not exist");
        }
    }

    private void checkRule(RuleList list, String key, ObjectNode rule) {
        String owner = "security rule %s (%s, priority %s)"
                .formatted(rule.path("RuleName").asText(), list.path, Integer.parseInt(key));
        for (String side : List.of("Source", "Destination")) {
            JsonNode at = rule.path(side);
            check(owner, "prefix list", at.path("PrefixLists"), has(Section.PREFIX_LISTS));
            check(owner, "FQDN list", at.path("FqdnLists"), has(Section.FQDN_LISTS));
            check(owner, "intelligent feed", at.path("Feeds"), feed("IP_LIST"));
            check(owner, "country", at.path("Countries"), Catalogues.COUNTRIES::contains);
        }
        JsonNode category = rule.path("Category");
        check(owner, "intelligent feed", category.path("Feeds"), feed("URL_LIST"));
        check(
                owner,
                "URL category",
                category.path("URLCategoryNames"),
                has(Section.CUSTOM_URL_CATEGORIES).or(this::isPredefined));
        checkCertificate(owner, rule.path("InboundInspectionCertificate").textValue());
    }

    private void check(String owner, String kind, JsonNode names, Predicate<String> known) {
        for (JsonNode name : names) {
            if (!known.test(name.asText())) {
                messages.add(owner + ": " + kind + " " + name.asText() + " does not exist");
            }
        }
    }

    private Predicate<String> has(Section section) {
        return name -> configuration.get(section, name) != null;
    }

    private boolean isPredefined(String category) {
        return category.equalsIgnoreCase("any") || Catalogues.URL_CATEGORIES.contains(category);
    }

    /** The vendor's own feeds need no definition. Guess: a feed of the other type is as good as none. */
    private Predicate<String> feed(String type) {
        return name -> {
            ObjectNode feed = configuration.get(Section.INTELLIGENT_FEEDS, name);
            return name.startsWith("PaloAltoNetworks-")
                    || (feed != null && feed.path("Type").asText().equals(type));
        };
    }
}
