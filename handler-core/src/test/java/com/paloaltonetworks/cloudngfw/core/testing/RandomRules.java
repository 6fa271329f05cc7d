package com.paloaltonetworks.cloudngfw.core.testing;

import static com.paloaltonetworks.cloudngfw.core.testing.RandomObject.prose;
import static com.paloaltonetworks.cloudngfw.core.testing.RandomObject.some;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What a rule may say, apart from its name and place. Rules refer to objects of these names, whether there are any or not;
 * {@link #mend} takes out what leads nowhere.
 */
public final class RandomRules {

    public static final Set<String> PREFIX_LISTS = Set.of("office", "lab", "dmz");
    public static final Set<String> FQDN_LISTS = Set.of("updates", "mirrors");
    public static final Set<String> IP_FEEDS = Set.of("bad-hosts", "worse-hosts");
    public static final Set<String> URL_FEEDS = Set.of("bad-urls", "worse-urls");
    public static final Set<String> CATEGORIES = Set.of("games", "news");
    public static final Set<String> CERTIFICATES = Set.of("trust", "untrust", "inbound");

    private static final String[] CIDRS = {
        "any", "Any", "10.0.0.0/8", "10.1.0.0/16", "192.168.7.1", "0.0.0.0/0", "2001:db8::/32", "::1"
    };
    private static final String[] PORTS = {"TCP:443", "tcp:8080", "UDP:53", "TCP:5000-5100"};

    private RandomRules() {}

    public static Arbitrary<ObjectNode> bodies() {
        return new RandomObject()
                .maybe("Description", prose())
                .maybe("Enabled", Arbitraries.of(true, false))
                .maybe("Source", side())
                .maybe("NegateSource", Arbitraries.of(true, false))
                .maybe("Destination", side().maybe("FqdnLists", some("updates", "mirrors")))
                .maybe("NegateDestination", Arbitraries.of(true, false))
                .maybe("Applications", some("any", "Any", "ssl", "web-browsing", "dns"))
                .maybe("Category", categories())
                .with("Protocol", protocols())
                .with("ProtPortList", some(PORTS))
                .maybe("AuditComment", prose())
                .maybe("Action", Arbitraries.of("Allow", "DenySilent", "DenyResetServer", "DenyResetBoth"))
                .maybe("Logging", Arbitraries.of(true, false))
                .maybe("DecryptionRuleType", decryption())
                .with("InboundInspectionCertificate", Arbitraries.of("inbound", "trust"))
                .maybe("Tags", tags())
                .objects(RandomRules::consistent);
    }

    public static Arbitrary<List<ObjectNode>> tags() {
        return new RandomObject()
                .with("Key", Arbitraries.of("owner", "env", "cost center"))
                .with("Value", prose())
                .objects()
                .list()
                .uniqueElements(tag -> tag.path("Key"))
                .ofMaxSize(3);
    }

    private static RandomObject side() {
        return new RandomObject()
                .maybe("Cidrs", some(CIDRS).map(RandomRules::spelledOnce))
                .maybe("PrefixLists", some("office", "lab", "dmz"))
                .maybe("Countries", some("DE", "NO", "US"))
                .maybe("Feeds", some("bad-hosts", "worse-hosts", "PaloAltoNetworks-known-ip-list"));
    }

    private static RandomObject categories() {
        return new RandomObject()
                .maybe("URLCategoryNames", some("games", "news", "adult", "auctions"))
                .maybe("Feeds", some("bad-urls", "worse-urls"));
    }

    private static Arbitrary<String> protocols() {
        return Arbitraries.of("application-default", "any", "Any", "TCP:443", "udp:53")
                .injectNull(0.5);
    }

    private static Arbitrary<String> decryption() {
        return Arbitraries.of(
                "SSLOutboundInspection", "SSLInboundInspection", "SSLOutboundNoInspection", "SSLInboundNoInspection");
    }

    /** Both spellings in one list are one word to us and two to the service. */
    private static List<String> spelledOnce(List<String> words) {
        return words.contains("any")
                ? words.stream().filter(word -> !word.equals("Any")).toList()
                : words;
    }

    /** Without members that exclude each other. */
    private static ObjectNode consistent(ObjectNode rule) {
        if (rule.has("ProtPortList")) {
            rule.remove("Protocol");
        }
        if (!rule.path("DecryptionRuleType").asText().equals("SSLInboundInspection")) {
            rule.remove("InboundInspectionCertificate");
        }
        return rule;
    }

    /** The objects that there are, by kind. */
    public record Objects(
            Set<String> prefixLists,
            Set<String> fqdnLists,
            Set<String> ipFeeds,
            Set<String> urlFeeds,
            Set<String> categories,
            Set<String> certificates) {

        public static final Objects ALL =
                new Objects(PREFIX_LISTS, FQDN_LISTS, IP_FEEDS, URL_FEEDS, CATEGORIES, CERTIFICATES);
    }

    /** Takes out of a rule what refers to objects that are not there. */
    public static void mend(ObjectNode rule, Objects objects) {
        for (String side : List.of("Source", "Destination")) {
            keep(rule.path(side), "PrefixLists", PREFIX_LISTS, objects.prefixLists());
            keep(rule.path(side), "FqdnLists", FQDN_LISTS, objects.fqdnLists());
            keep(rule.path(side), "Feeds", IP_FEEDS, objects.ipFeeds());
        }
        keep(rule.path("Category"), "URLCategoryNames", CATEGORIES, objects.categories());
        keep(rule.path("Category"), "Feeds", URL_FEEDS, objects.urlFeeds());
        List.of("Source", "Destination", "Category").forEach(member -> {
            if (rule.path(member).isEmpty()) {
                rule.remove(member);
            }
        });
        if (!objects.certificates()
                .contains(rule.path("InboundInspectionCertificate").asText())) {
            rule.remove("InboundInspectionCertificate");
            if (rule.path("DecryptionRuleType").asText().equals("SSLInboundInspection")) {
                rule.remove("DecryptionRuleType");
            }
        }
    }

    /** Of the names in question, keeps those that are present; a list that becomes empty goes. */
    private static void keep(JsonNode owner, String list, Set<String> inQuestion, Set<String> present) {
        Iterator<JsonNode> names = owner.path(list).elements();
        while (names.hasNext()) {
            String name = names.next().asText();
            if (inQuestion.contains(name) && !present.contains(name)) {
                names.remove();
            }
        }
        if (owner instanceof ObjectNode object && object.path(list).isEmpty()) {
            object.remove(list);
        }
    }
}
