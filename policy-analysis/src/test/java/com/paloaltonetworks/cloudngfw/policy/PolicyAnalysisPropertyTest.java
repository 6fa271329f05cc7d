package com.paloaltonetworks.cloudngfw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.policy.Finding.Certainty;
import com.paloaltonetworks.cloudngfw.policy.Finding.Kind;
import com.paloaltonetworks.cloudngfw.policy.Rule.Categories;
import com.paloaltonetworks.cloudngfw.policy.Rule.Match;
import com.paloaltonetworks.cloudngfw.policy.Rule.RuleList;
import com.paloaltonetworks.cloudngfw.policy.Rule.Side;
import com.paloaltonetworks.cloudngfw.policy.World.Bits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The analysis against trying every packet, in worlds where names stand for something else each time. */
class PolicyAnalysisPropertyTest {

    private static final List<String> CIDRS = List.of(
            "any",
            "10.0.0.0/29",
            "10.0.0.0/30",
            "10.0.0.4/30",
            "10.0.0.4/31",
            "10.0.0.7",
            "10.0.0.0/16",
            "10.0.1.0/31",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/126",
            "2001:db8::2/127");
    private static final List<String> PORTS =
            List.of("any", "TCP:80", "TCP:80-81", "TCP:81-443", "TCP:0-65535", "UDP:53", "UDP:0-65535");
    private static final Map<String, List<String>> PREFIX_LISTS =
            Map.of("half", List.of("10.0.0.0/30"), "mixed", List.of("10.0.0.6", "2001:db8::/127"), "none", List.of());
    private static final Map<String, List<String>> FQDN_LISTS =
            Map.of("git", List.of("git.example.com"), "both", List.of("git.example.com", "repo.example.com"));

    /** Every kind of thing, so that many answers depend on what names stand for. */
    @Property
    void whatIsCertainHoldsInEveryWorld(@ForAll("policies") List<Rule> rules, @ForAll long seed) {
        for (int i = 0; i < 4; i++) {
            check(rules, new World(seed + i), false);
        }
    }

    /** Addresses, prefix lists, ports, applications. */
    @Property
    void addressesPortsAndApplicationsAreNeverInDoubt(@ForAll("knownAddresses") List<Rule> rules, @ForAll long seed) {
        check(rules, new World(seed), true);
    }

    /** Two blocks within a third, which in a world without other addresses of it would cover it. */
    @Example
    void aBlockIsMoreThanTheBlocksWithinIt() {
        List<List<String>> destinations = List.of(List.of("10.0.0.0/29", "10.0.1.0/31"), List.of("10.0.0.0/16"));
        List<Rule> rules = new ArrayList<>();
        for (List<String> cidrs : destinations) {
            Side side = new Side(false, cidrs, List.of(), List.of(), List.of(), List.of());
            Match match = new Match(Side.ANY, side, List.of(), Categories.ANY, List.of("any"));
            rules.add(new Rule("", RuleList.PRE, rules.size() + 1, true, match, "Allow", ""));
        }
        check(rules, new World(0), true);
    }

    /** Countries, ports, applications. */
    @Property
    void countriesAloneAreNeverInDoubt(@ForAll("knownCountries") List<Rule> rules, @ForAll long seed) {
        check(rules, new World(seed), true);
    }

    private static void check(List<Rule> rules, World world, boolean known) {
        Rulestack rulestack = new Rulestack("edge", PREFIX_LISTS, FQDN_LISTS, rules);
        Map<Rule, Finding> findings = new HashMap<>();
        PolicyAnalysis.findings(new Policy(List.of(rulestack)))
                .forEach(finding -> findings.put(finding.rule(), finding));
        List<Bits> before = new ArrayList<>();
        for (Rule rule : inOrder(rules)) {
            Bits bits = world.bits(rule, rulestack);
            List<Bits> rivals = before.stream()
                    .filter(earlier -> earlier.rule().decryption().equals(rule.decryption()))
                    .toList();
            Finding finding = findings.get(rule);
            boolean reached = rule.enabled() && World.isReached(bits, rivals);
            if (finding == null) {
                assertThat(reached).as("%s is reached", rule).isTrue();
            } else if (finding.certainty() == Certainty.CERTAIN) {
                assertThat(reached).as("%s contradicts %s", rule, finding).isFalse();
                checkCauses(finding, bits, rivals, known);
            } else {
                assertThat(known).as("%s is in doubt: %s", rule, finding).isFalse();
            }
            if (rule.enabled()) {
                before.add(bits);
            }
        }
    }

    private static void checkCauses(Finding finding, Bits bits, List<Bits> rivals, boolean known) {
        List<Bits> causes = rivals.stream()
                .filter(rival -> finding.causes().contains(rival.rule()))
                .toList();
        assertThat(finding.causes()).hasSameSizeAs(causes);
        if (!finding.rule().enabled()) {
            assertThat(finding.kind()).isEqualTo(Kind.DISABLED);
            return;
        }
        assertThat(World.isReached(bits, causes))
                .as("%s names its causes", finding)
                .isFalse();
        assertThat(causes.isEmpty()).isEqualTo(finding.kind() == Kind.NEVER_MATCHES);
        if (!causes.isEmpty()) {
            boolean same = causes.stream()
                    .allMatch(
                            cause -> cause.rule().action().equals(finding.rule().action()));
            assertThat(finding.kind()).isEqualTo(same ? Kind.REDUNDANT : Kind.SHADOWED);
        }
        for (Bits cause : known ? causes : List.<Bits>of()) {
            List<Bits> others = new ArrayList<>(causes);
            others.remove(cause);
            assertThat(World.isReached(bits, others))
                    .as("%s needs %s", finding, cause.rule())
                    .isTrue();
        }
    }

    private static List<Rule> inOrder(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(Rule::list).thenComparing(Rule::priority))
                .toList();
    }

    @Provide
    Arbitrary<List<Rule>> policies() {
        Arbitrary<Side> sides = Combinators.combine(
                        often(false),
                        some(CIDRS),
                        some(List.copyOf(PREFIX_LISTS.keySet())),
                        some(List.copyOf(FQDN_LISTS.keySet())),
                        some(World.COUNTRIES),
                        some(List.of("bad", "worse")))
                .as(Side::new);
        Arbitrary<Categories> categories = Combinators.combine(some(List.of("games", "news")), some(List.of("urls")))
                .as(Categories::new);
        List<String> services = new ArrayList<>(PORTS);
        services.add("application-default");
        return policies(sides, categories, some(services));
    }

    @Provide
    Arbitrary<List<Rule>> knownAddresses() {
        Arbitrary<Side> sides = Combinators.combine(often(false), some(CIDRS), some(List.copyOf(PREFIX_LISTS.keySet())))
                .as((negated, cidrs, lists) -> new Side(negated, cidrs, lists, List.of(), List.of(), List.of()));
        return policies(sides, Arbitraries.just(Categories.ANY), knownPorts());
    }

    @Provide
    Arbitrary<List<Rule>> knownCountries() {
        Arbitrary<Side> sides = Combinators.combine(often(false), some(World.COUNTRIES))
                .as((negated, countries) -> new Side(negated, List.of(), List.of(), List.of(), countries, List.of()));
        return policies(sides, Arbitraries.just(Categories.ANY), knownPorts());
    }

    private static Arbitrary<List<Rule>> policies(
            Arbitrary<Side> sides, Arbitrary<Categories> categories, Arbitrary<List<String>> services) {
        Arbitrary<Match> matches = Combinators.combine(
                        sides, sides, some(List.of("ssl", "dns", "any")), categories, services)
                .as(Match::new);
        Arbitrary<Rule> rules = Combinators.combine(
                        Arbitraries.of(RuleList.class),
                        Arbitraries.integers().between(1, 9),
                        often(true),
                        matches,
                        Arbitraries.of("Allow", "DenySilent"),
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.just("")),
                                Tuple.of(1, Arbitraries.just("SSLOutboundInspection"))))
                .as((list, priority, enabled, match, action, decryption) ->
                        new Rule("", list, priority, enabled, match, action, decryption));
        return rules.list().ofMinSize(2).ofMaxSize(7).uniqueElements(rule -> rule.list() + " " + rule.priority());
    }

    private static Arbitrary<List<String>> knownPorts() {
        return some(PORTS).map(ports -> ports.isEmpty() ? List.of("any") : ports);
    }

    private static Arbitrary<Boolean> often(boolean usual) {
        return Arbitraries.frequency(Tuple.of(5, usual), Tuple.of(1, !usual));
    }

    /** Mostly one or none, so that rules overlap. */
    private static Arbitrary<List<String>> some(List<String> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.of())),
                Tuple.of(3, Arbitraries.of(values).map(List::of)),
                Tuple.of(
                        1,
                        Arbitraries.of(values)
                                .list()
                                .uniqueElements()
                                .ofMinSize(Math.min(2, values.size()))
                                .ofMaxSize(Math.min(2, values.size()))));
    }
}
