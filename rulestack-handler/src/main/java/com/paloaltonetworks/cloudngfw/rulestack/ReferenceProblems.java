package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.rulestack.RulestackProblems.each;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names in rules, feeds and profiles that lead nowhere. URL categories are left out: the predefined ones are many and the
 * vendor's to change.
 */
final class ReferenceProblems {

    /** Feeds that the vendor provides need no definition. */
    private static final String BUILT_IN = "PaloAltoNetworks-";

    private final ResourceModel model;
    private final SecurityObjects objects;
    private final List<Problem> problems = new ArrayList<>();

    ReferenceProblems(ResourceModel model) {
        this.model = model;
        this.objects = Objects.requireNonNullElseGet(model.getSecurityObjects(), SecurityObjects::new);
    }

    List<Problem> all() {
        checkProfiles();
        checkFeedCertificates();
        List<Rule> rules = each(model.getRuleList());
        for (int index = 0; index < rules.size(); index++) {
            checkRule("/RuleList/" + index, rules.get(index));
        }
        return problems;
    }

    private void checkProfiles() {
        RuleStackProfiles profiles = Optional.ofNullable(model.getRuleStack())
                .map(RuleStack::getProfiles)
                .orElseGet(RuleStackProfiles::new);
        String path = "/RuleStack/Profiles/";
        checkCertificate(path + "OutboundTrustCertificate", profiles.getOutboundTrustCertificate());
        checkCertificate(path + "OutboundUntrustCertificate", profiles.getOutboundUntrustCertificate());
    }

    private void checkFeedCertificates() {
        List<IntelligentFeed> feeds = each(objects.getIntelligentFeeds());
        for (int index = 0; index < feeds.size(); index++) {
            checkCertificate(
                    "/SecurityObjects/IntelligentFeeds/" + index + "/Certificate",
                    feeds.get(index).getCertificate());
        }
    }

    private void checkRule(String path, Rule rule) {
        RuleSource source = Objects.requireNonNullElseGet(rule.getSource(), RuleSource::new);
        RuleDestination destination = Objects.requireNonNullElseGet(rule.getDestination(), RuleDestination::new);
        UrlCategory category = Objects.requireNonNullElseGet(rule.getCategory(), UrlCategory::new);
        checkEach(path + "/Source/PrefixLists", source.getPrefixLists(), "prefix list", prefixLists());
        checkEach(path + "/Destination/PrefixLists", destination.getPrefixLists(), "prefix list", prefixLists());
        checkEach(path + "/Destination/FqdnLists", destination.getFqdnLists(), "FQDN list", fqdnLists());
        checkEach(path + "/Source/Feeds", source.getFeeds(), "feed of type IP_LIST", feeds("IP_LIST"));
        checkEach(path + "/Destination/Feeds", destination.getFeeds(), "feed of type IP_LIST", feeds("IP_LIST"));
        checkEach(path + "/Category/Feeds", category.getFeeds(), "feed of type URL_LIST", feeds("URL_LIST"));
        checkCertificate(path + "/InboundInspectionCertificate", rule.getInboundInspectionCertificate());
    }

    private void checkCertificate(String path, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            check(path, name, "certificate", names(objects.getCertificateObjects(), CertObject::getName));
        }
    }

    private void checkEach(String path, @Nullable List<String> names, String kind, Set<String> known) {
        for (int index = 0; index < each(names).size(); index++) {
            check(path + "/" + index, names.get(index), kind, known);
        }
    }

    private void check(String path, String name, String kind, Set<String> known) {
        if (known.contains(name) || (kind.startsWith("feed") && name.startsWith(BUILT_IN))) {
            return;
        }
        problems.add(Problem.at(path, name, "there is no " + kind + " '" + name + "' in SecurityObjects")
                .mend(remedy(name, kind, known)));
    }

    private @Nullable String remedy(String name, String kind, Set<String> known) {
        boolean otherFeed = kind.startsWith("feed")
                && each(objects.getIntelligentFeeds()).stream().anyMatch(feed -> name.equals(feed.getName()));
        if (otherFeed) {
            return "the feed of this name has another type; IP_LIST is for Source and Destination, URL_LIST for Category";
        }
        return known.isEmpty() ? "SecurityObjects has none" : Nearest.orAll(name, known, "there are ");
    }

    private Set<String> prefixLists() {
        return names(objects.getPrefixLists(), PrefixList::getName);
    }

    private Set<String> fqdnLists() {
        return names(objects.getFqdnLists(), FqdnList::getName);
    }

    private Set<String> feeds(String type) {
        return names(
                each(objects.getIntelligentFeeds()).stream()
                        .filter(feed -> type.equals(feed.getType()))
                        .toList(),
                IntelligentFeed::getName);
    }

    private static <T> Set<String> names(@Nullable List<T> list, Function<T, String> name) {
        return each(list).stream().map(name).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
