package com.paloaltonetworks.cloudngfw.policy;

import static com.paloaltonetworks.cloudngfw.policy.Finding.Kind.DISABLED;
import static com.paloaltonetworks.cloudngfw.policy.Finding.Kind.NEVER_MATCHES;
import static com.paloaltonetworks.cloudngfw.policy.Finding.Kind.REDUNDANT;
import static com.paloaltonetworks.cloudngfw.policy.Finding.Kind.SHADOWED;
import static com.paloaltonetworks.cloudngfw.policy.Finding.Unknown.DEFAULT_PORTS;
import static com.paloaltonetworks.cloudngfw.policy.RuleText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.paloaltonetworks.cloudngfw.policy.Finding.Certainty;
import com.paloaltonetworks.cloudngfw.policy.Finding.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in policies that people write; {@link RuleText} says how the rules here read. */
class PolicyAnalysisTest {

    /** Both rules allow; the second one is redundant, reached or in doubt. */
    @ParameterizedTest(name = "after ''{0}'', ''{1}'' is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # addresses
            any                          | src 10.0.0.0/8               | REDUNDANT
            src 10.0.0.0/8               | src 10.1.0.0/16              | REDUNDANT
            src 10.1.0.0/16              | src 10.0.0.0/8               | reached
            src 10.0.0.0/8               | src 10.1.2.3                 | REDUNDANT
            src 10.0.0.0/8               | src prefix:nets              | REDUNDANT
            src prefix:nets              | src 10.1.0.0/17 10.1.128.0/17 | REDUNDANT
            src 0.0.0.0/0                | any                          | reached
            src 0.0.0.0/0 ::/0           | any                          | REDUNDANT
            src 2001:db8::/32            | src 2001:db8:1::/48          | REDUNDANT
            src ::/0                     | src 10.0.0.0/8               | reached
            src !10.0.0.0/8              | src 11.0.0.0/8               | REDUNDANT
            src !10.0.0.0/8              | src 10.0.0.0/7               | reached
            src !10.0.0.0/7              | src !10.0.0.0/6              | REDUNDANT
            src 10.0.0.0/8 dst 11.0.0.0/8 | src 10.0.0.0/8              | reached
            # countries
            src country:US country:NO    | src country:NO               | REDUNDANT
            src !country:US              | src country:NO               | REDUNDANT
            src country:US               | src country:NO               | reached
            src country:US               | src 8.8.8.0/24               | in doubt
            # names of unknown content
            src feed:bad                 | src feed:bad dst 10.0.0.0/8  | REDUNDANT
            src feed:bad                 | src feed:worse               | in doubt
            src feed:bad                 | src 10.0.0.0/8               | in doubt
            src feed:bad dst 10.0.0.0/8  | src feed:bad                 | reached
            src feed:bad                 | dst feed:bad                 | reached
            src feed:bad                 | any                          | reached
            src !feed:bad                | src !feed:bad dst 10.0.0.0/8 | REDUNDANT
            src prefix:elsewhere         | src prefix:elsewhere         | REDUNDANT
            src prefix:elsewhere         | src prefix:nets              | in doubt
            dst fqdn:build               | dst fqdn:git                 | REDUNDANT
            dst fqdn:git                 | dst fqdn:build               | in doubt
            dst 10.0.0.0/8               | dst fqdn:git                 | in doubt
            src 300.0.0.1                | src 300.0.0.1                | REDUNDANT
            src 300.0.0.1                | src 10.0.0.1                 | in doubt
            # applications and URL categories
            app ssl dns                  | app dns                      | REDUNDANT
            app dns                      | app ssl dns                  | reached
            app any                      | app dns                      | REDUNDANT
            url games                    | url games app ssl            | REDUNDANT
            url games                    | url news                     | in doubt
            url any                      | url games                    | REDUNDANT
            url feed:urls                | url feed:urls                | REDUNDANT
            # services
            port any                     | port TCP:443                 | REDUNDANT
            port TCP:80-443              | port TCP:80-90 TCP:443       | REDUNDANT
            port TCP:443                 | port UDP:443                 | reached
            port TCP:0-65535 UDP:0-65535 | port any                     | reached
            port any                     | port application-default     | REDUNDANT
            port application-default     | port application-default     | REDUNDANT
            port application-default     | port any                     | reached
            app ssl port TCP:443         | app ssl port application-default | in doubt
            app ssl port application-default | app ssl port TCP:443     | in doubt
            # decryption types answer questions of their own
            decrypt SSLOutboundInspection | src 10.0.0.0/8              | reached
            decrypt SSLOutboundInspection | src 10.0.0.0/8 decrypt SSLOutboundInspection | REDUNDANT
            decrypt SSLOutboundInspection | src 10.0.0.0/8 decrypt SSLOutboundNoInspection | reached
            """)
    void aRuleAfterAnother(String first, String second, String outcome) {
        List<Finding> findings = findings(rule("first 1 Allow " + first), rule("second 2 Allow " + second));
        switch (outcome) {
            case "reached" -> assertThat(findings).isEmpty();
            case "in doubt" ->
                assertThat(findings).singleElement().satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Certainty.CANNOT_TELL);
                    assertThat(finding.causes()).extracting(Rule::id).containsExactly("first");
                    assertThat(finding.reason()).startsWith("it is not known ");
                });
            default ->
                assertThat(findings).singleElement().satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
                    assertThat(finding.kind()).hasToString(outcome);
                    assertThat(finding.causes()).extracting(Rule::id).containsExactly("first");
                });
        }
    }

    @ParameterizedTest(name = "''{0}'' never matches: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            src !any                  | its negated source excludes every address
            dst !0.0.0.0/0 ::/0       | its negated destination excludes every address
            src prefix:none           | the lists of its source hold nothing
            dst fqdn:none             | the lists of its destination hold nothing
            port TCP:90-80            | its ports TCP:90-80 are none
            """)
    void aRuleThatAsksForNothing(String text, String reason) {
        assertThat(findings(rule("only 1 Allow " + text), rule("last 2 DenySilent any")))
                .extracting(Finding::kind, Finding::reason)
                .containsExactly(tuple(NEVER_MATCHES, reason));
    }

    @Test
    void aRuleUnderADifferentActionIsShadowed() {
        assertThat(findings(rule("deny 1 DenySilent src 10.0.0.0/8"), rule("allow 2 Allow src 10.1.0.0/16")))
                .extracting(Finding::kind)
                .containsExactly(SHADOWED);
    }

    @Test
    void severalRulesTakeTogetherWhatNoneTakesAlone() {
        List<Finding> findings = findings(
                rule("low-half 1 DenySilent src 10.0.0.0/9 port any"),
                rule("unrelated 2 DenySilent src 192.168.0.0/16 port any"),
                rule("high-half 3 Allow src 10.128.0.0/9 port any"),
                rule("all 4 Allow src 10.0.0.0/8 port any"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(SHADOWED);
            assertThat(finding.rule().id()).isEqualTo("all");
            assertThat(finding.causes()).extracting(Rule::id).containsExactly("low-half", "high-half");
        });
    }

    @Test
    void partsCoverAcrossSourceDestinationAndPort() {
        List<Rule> rules = new ArrayList<>(List.of(
                rule("a 1 Allow src 10.0.0.0/9 port any"),
                rule("b 2 Allow dst 10.0.0.0/9 port any"),
                rule("c 3 Allow src 10.128.0.0/9 dst 10.128.0.0/9 port TCP:0-1023 UDP:0-65535"),
                rule("d 4 Allow src 10.128.0.0/9 dst 10.128.0.0/9 port TCP:1024-65535"),
                rule("e 5 Allow src 10.0.0.0/8 dst 10.0.0.0/8 port TCP:0-65535")));
        assertThat(findings(rules)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(REDUNDANT);
            assertThat(finding.causes()).extracting(Rule::id).containsExactly("a", "b", "c", "d");
        });
        rules.set(2, rule("c 3 Allow src 10.128.0.0/9 dst 10.128.0.0/9 port TCP:0-1022"));
        assertThat(findings(rules)).isEmpty();
    }

    @Test
    void rulesAreAskedPreLocalPostWhateverTheirPriority() {
        Rulestack global = rulestack("global", List.of(rule("pre 900 Allow pre any"), rule("post 1 Allow post any")));
        Rulestack local = rulestack("local", List.of(rule("own 5 DenySilent any")));
        assertThat(PolicyAnalysis.findings(new Policy(List.of(local, global))))
                .extracting(
                        finding -> finding.rule().id(),
                        Finding::kind,
                        finding -> finding.causes().get(0).id())
                .containsExactly(tuple("own", SHADOWED, "pre"), tuple("post", REDUNDANT, "pre"));
    }

    @Test
    void aRuleThatIsOffTakesNothingAndIsNamed() {
        assertThat(findings(rule("off 1 Allow off any"), rule("on 2 Allow any")))
                .extracting(finding -> finding.rule().id(), Finding::kind)
                .containsExactly(tuple("off", DISABLED));
    }

    @Test
    void aNameMeansSomethingElseInAnotherRulestackUnlessTheVendorProvidesIt() {
        Rulestack global = rulestack(
                "global",
                List.of(
                        rule("own 1 Allow pre src feed:bad"),
                        rule("built-in 2 Allow pre src feed:PaloAltoNetworks-TorExitIPAddresses")));
        Rulestack local = rulestack(
                "local",
                List.of(
                        rule("same-name 1 Allow src feed:bad"),
                        rule("same-feed 2 Allow src feed:PaloAltoNetworks-TorExitIPAddresses")));
        assertThat(PolicyAnalysis.findings(new Policy(List.of(global, local))))
                .filteredOn(finding -> finding.certainty() == Certainty.CERTAIN)
                .extracting(finding -> finding.rule().id())
                .containsExactly("same-feed");
    }

    @Test
    void aDoubtNamesWhatIsUnknownAndOnWhichRuleItHangs() {
        assertThat(findings(
                        rule("other 1 Allow src 10.0.0.0/8 port any"),
                        rule("explicit 2 Allow app ssl port TCP:443"),
                        rule("default 3 Allow app ssl")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().id()).isEqualTo("default");
                    assertThat(finding.causes()).extracting(Rule::id).containsExactly("explicit");
                    assertThat(finding.unknowns()).containsExactly(DEFAULT_PORTS);
                    assertThat(finding.reason())
                            .isEqualTo("it is not known which ports application-default stands for");
                });
    }

    @Test
    void aRuleWithTooManyCombinationsIsInDoubtAndLeavesLaterOnesInDoubt() {
        String many = " src " + words("feed:a", 60) + " dst " + words("feed:b", 60);
        assertThat(findings(rule("vast 1 Allow" + many), rule("later 2 Allow src 10.0.0.0/8")))
                .extracting(finding -> finding.rule().id(), Finding::unknowns)
                .containsExactly(tuple("vast", Set.of(Unknown.SIZE)), tuple("later", Set.of(Unknown.SIZE)));
    }

    @Test
    void aPolicyOfAThousandRulesIsAnswered() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            rules.add(rule("r%d %d Allow src 10.%d.0.0/16 dst 172.16.%d.0/24 app app%d port TCP:%d"
                    .formatted(i, i + 1, i % 200, i % 250, i % 40, 1000 + i)));
        }
        rules.add(rule("again 2000 Allow src 10.7.9.0/24 dst 172.16.7.0/25 app app7 port TCP:1007"));
        rules.add(rule("rest 3000 DenySilent port any"));
        assertThat(findings(rules))
                .extracting(
                        finding -> finding.rule().id(),
                        finding -> finding.causes().get(0).id())
                .containsExactly(tuple("again", "r7"));
    }

    private static String words(String stem, int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> stem + i).toList());
    }

    private static List<Finding> findings(Rule... rules) {
        return findings(List.of(rules));
    }

    private static List<Finding> findings(List<Rule> rules) {
        return PolicyAnalysis.findings(new Policy(List.of(rulestack("edge", rules))));
    }

    private static Rulestack rulestack(String name, List<Rule> rules) {
        return new Rulestack(
                name,
                Map.of("nets", List.of("10.1.0.0/16"), "none", List.of()),
                Map.of(
                        "git", List.of("git.example.com"),
                        "build", List.of("repo.example.com", "GIT.example.com"),
                        "none", List.of()),
                rules);
    }
}
