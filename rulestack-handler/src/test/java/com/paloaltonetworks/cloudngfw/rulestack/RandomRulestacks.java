package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.RandomObject.atLeastOne;
import static com.paloaltonetworks.cloudngfw.core.testing.RandomObject.prose;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.RandomObject;
import com.paloaltonetworks.cloudngfw.core.testing.RandomRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Valid models of rulestacks. Names and priorities are few, so that two models have much in common: rules move, swap and
 * rotate, and objects change. Priorities are even: the odd ones are for rules of others.
 */
final class RandomRulestacks {

    private static final int MOST_RULES = 7;
    private static final String[] FILE_TYPES = {"pdf", "exe", "zip", "doc"};

    private RandomRulestacks() {}

    /** What a template said, and what it says now. */
    record Change(ObjectNode before, ObjectNode after) {}

    static Arbitrary<ObjectNode> models() {
        return scopes().flatMap(RandomRulestacks::models);
    }

    /** Two models of one scope that know nothing of each other. */
    static Arbitrary<Change> rewritten() {
        return scopes().flatMap(scope ->
                Combinators.combine(models(scope), models(scope)).as(Change::new));
    }

    /** A model, and the same after a few edits. */
    static Arbitrary<Change> edited() {
        return scopes().flatMap(scope -> Combinators.combine(
                        models(scope),
                        models(scope),
                        TemplateEdit.edits().list().ofMinSize(1).ofMaxSize(4))
                .as((before, donor, edits) -> {
                    ObjectNode after = before.deepCopy();
                    edits.forEach(edit -> edit.apply(after, donor));
                    return new Change(before, mended(after));
                }));
    }

    /** A model, and the same with the rules of each list so many places further: two swap, or many rotate. */
    static Arbitrary<Change> turned() {
        return Combinators.combine(models(), Arbitraries.integers().between(1, MOST_RULES - 1))
                .as((before, places) -> new Change(before, turned(before, places)))
                .filter(change -> Trial.circles(change.before(), change.after()) > 0);
    }

    private static ObjectNode turned(ObjectNode model, int places) {
        ObjectNode turned = model.deepCopy();
        Map<String, List<ObjectNode>> lists = turned.path("RuleList")
                .valueStream()
                .map(ObjectNode.class::cast)
                .collect(groupingBy(rule -> rule.path("RuleListType").asText()));
        for (List<ObjectNode> rules : lists.values()) {
            List<JsonNode> priorities =
                    rules.stream().map(rule -> rule.path("Priority")).toList();
            for (int index = 0; index < rules.size(); index++) {
                rules.get(index).set("Priority", priorities.get((index + places) % rules.size()));
            }
        }
        return turned;
    }

    private static Arbitrary<String> scopes() {
        return Arbitraries.frequency(Tuple.of(3, "Local"), Tuple.of(1, "Global"));
    }

    private static Arbitrary<ObjectNode> models(String scope) {
        return new RandomObject()
                .with("RuleStackName", Arbitraries.just("edge"))
                .with("RuleStack", settings(scope).objects())
                .maybe("SecurityObjects", objects())
                .maybe("CustomSecurityProfiles", fileTypes())
                .with("RuleList", rules(scope))
                .maybe("Tags", RandomRules.tags())
                .objects(RandomRulestacks::mended);
    }

    private static RandomObject settings(String scope) {
        return new RandomObject()
                .with("Scope", Arbitraries.just(scope))
                .maybe("Description", prose())
                .maybe("LookupXForwardedFor", Arbitraries.of("SecurityPolicy", "None"))
                .maybe("MinAppIdVersion", Arbitraries.of("8433-6838", "8457-6925"))
                .maybe("Deploy", Arbitraries.of("YES", "yes", "true"))
                .maybe("Profiles", profiles());
    }

    private static RandomObject profiles() {
        RandomObject profiles = new RandomObject();
        Arrays.asList("AntiSpyware", "AntiVirus", "Vulnerability", "URLFiltering", "FileBlocking")
                .forEach(profile ->
                        profiles.maybe(profile + "Profile", Arbitraries.of("BestPractice", "Custom", "None")));
        return profiles.maybe("OutboundTrustCertificate", Arbitraries.just("trust"))
                .maybe("OutboundUntrustCertificate", Arbitraries.of("untrust", "trust"));
    }

    private static RandomObject objects() {
        return new RandomObject()
                .maybe(
                        "PrefixLists",
                        few(object("office", "lab", "dmz")
                                .with(
                                        "PrefixList",
                                        atLeastOne("10.1.0.0/16", "192.168.7.1", "2001:db8::/48", "10.0.0.0/30"))))
                .maybe(
                        "FqdnLists",
                        few(object("updates", "mirrors")
                                .with("FqdnList", atLeastOne("www.example.com", "a_b.example.com", "x.example.org"))))
                .maybe(
                        "CustomUrlCategories",
                        few(object("games", "news")
                                .with(
                                        "URLTargets",
                                        atLeastOne("games.example.com/", "*.example.net/", "example.org/a?b=c#d"))
                                .maybe("Action", Arbitraries.of("none", "allow", "alert", "block"))))
                .maybe(
                        "IntelligentFeeds",
                        few(feed("IP_LIST", "bad-hosts", "worse-hosts"), feed("URL_LIST", "bad-urls", "worse-urls")))
                .maybe("CertificateObjects", few(signed(), selfSigned()));
    }

    private static RandomObject feed(String type, String... names) {
        return object(names)
                .with("Type", Arbitraries.just(type))
                .with("FeedURL", Arbitraries.of("https://feeds.example.com/a?b=1", "http://feeds.example.com/b"))
                .with("Frequency", Arbitraries.of("HOURLY", "DAILY"))
                .maybe("Time", Arbitraries.integers().between(0, 23))
                .maybe("Certificate", Arbitraries.of("trust", "inbound"));
    }

    private static RandomObject signed() {
        return object("trust", "untrust", "inbound")
                .with(
                        "CertificateSignerArn",
                        Arbitraries.of("one", "two")
                                .map(name -> "arn:aws:secretsmanager:us-east-1:123456789012:secret:" + name))
                .maybe("CertificateSelfSigned", Arbitraries.just(false));
    }

    private static RandomObject selfSigned() {
        return object("trust", "untrust", "inbound").with("CertificateSelfSigned", Arbitraries.just(true));
    }

    private static RandomObject object(String... names) {
        return new RandomObject()
                .with("Name", Arbitraries.of(names))
                .maybe("Description", prose())
                .maybe("AuditComment", prose());
    }

    private static Arbitrary<List<ObjectNode>> few(RandomObject... kinds) {
        return Arbitraries.oneOf(Arrays.stream(kinds).map(RandomObject::objects).toList())
                .list()
                .uniqueElements(object -> object.path("Name"))
                .ofMaxSize(3);
    }

    private static Arbitrary<ObjectNode> fileTypes() {
        Arbitrary<ObjectNode> blockings = new RandomObject()
                .with("FileType", Arbitraries.of(FILE_TYPES))
                .maybe("Action", Arbitraries.of("alert", "block"))
                .maybe("Direction", Arbitraries.of("upload", "download", "both"))
                .maybe("Description", prose())
                .maybe("AuditComment", prose())
                .objects();
        return Arbitraries.oneOf(
                new RandomObject().with("FileBlocking", blockings).objects(),
                new RandomObject()
                        .with(
                                "FileTypes",
                                blockings
                                        .list()
                                        .uniqueElements(blocking -> blocking.path("FileType"))
                                        .ofMaxSize(3))
                        .objects());
    }

    private static Arbitrary<List<ObjectNode>> rules(String scope) {
        String[] lists = scope.equals("Local") ? new String[] {"LocalRule"} : new String[] {"PreRule", "PostRule"};
        return Combinators.combine(
                        Arbitraries.of(lists),
                        Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h"),
                        Arbitraries.integers().between(1, 8),
                        RandomRules.bodies())
                .as((list, name, place, body) ->
                        body.put("RuleListType", list).put("RuleName", name).put("Priority", 2 * place))
                .list()
                .uniqueElements(rule -> key(rule, "RuleName"))
                .uniqueElements(rule -> key(rule, "Priority"))
                .ofMaxSize(MOST_RULES);
    }

    static String key(JsonNode rule, String member) {
        return rule.path("RuleListType").asText() + " " + rule.path(member).asText();
    }

    /** Without rules that stand in each other's way, and references that lead nowhere. */
    static ObjectNode mended(ObjectNode model) {
        Set<String> taken = new HashSet<>();
        Iterator<JsonNode> rules = model.path("RuleList").elements();
        while (rules.hasNext()) {
            JsonNode rule = rules.next();
            boolean named = taken.add(key(rule, "RuleName"));
            boolean placed = taken.add(key(rule, "Priority"));
            if (!named || !placed) {
                rules.remove();
            }
        }
        RandomRules.Objects present = objectsOf(model.path("SecurityObjects"));
        model.path("RuleList").forEach(rule -> RandomRules.mend((ObjectNode) rule, present));
        model.at("/SecurityObjects/IntelligentFeeds").forEach(feed -> keep(feed, "Certificate", present));
        keep(model.at("/RuleStack/Profiles"), "OutboundTrustCertificate", present);
        keep(model.at("/RuleStack/Profiles"), "OutboundUntrustCertificate", present);
        return model;
    }

    private static void keep(JsonNode owner, String certificate, RandomRules.Objects present) {
        if (owner instanceof ObjectNode object
                && !present.certificates().contains(object.path(certificate).asText())) {
            object.remove(certificate);
        }
    }

    private static RandomRules.Objects objectsOf(JsonNode objects) {
        return new RandomRules.Objects(
                names(objects.path("PrefixLists"), ""),
                names(objects.path("FqdnLists"), ""),
                names(objects.path("IntelligentFeeds"), "IP_LIST"),
                names(objects.path("IntelligentFeeds"), "URL_LIST"),
                names(objects.path("CustomUrlCategories"), ""),
                names(objects.path("CertificateObjects"), ""));
    }

    private static Set<String> names(JsonNode objects, String type) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> object.path("Type").asText().equals(type))
                .map(object -> object.path("Name").asText())
                .collect(Collectors.toSet());
    }
}
