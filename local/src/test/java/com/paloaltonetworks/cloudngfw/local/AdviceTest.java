package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What validate says of templates that are right and yet do not do what they seem to. */
class AdviceTest {

    private static final String HEAD = """
            Parameters:
              Unknown: {Type: String}
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
            """;

    private final Terminal terminal = new Terminal();

    @Test
    void everyWarningIsToldAtItsPlaceAndFailsNothing() {
        String template = """
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: edge
                      RuleStack: {Scope: Local}
                      CustomSecurityProfiles:
                        FileTypes: [{FileType: exe, Action: block}]
                      SecurityObjects:
                        PrefixLists:
                          - {Name: office, PrefixList: [10.1.0.0/16]}
                          - {Name: forgotten, PrefixList: [10.9.0.0/16]}
                        FqdnLists: [{Name: hosts, FqdnList: [a.example.com]}]
                        CustomUrlCategories: [{Name: sites, URLTargets: [a.example/]}]
                        IntelligentFeeds:
                          - {Name: bad, FeedURL: 'https://a.example/', Type: IP_LIST, Frequency: HOURLY}
                        CertificateObjects: [{Name: spare, CertificateSelfSigned: true}]
                      RuleList:
                        - {RuleName: low, RuleListType: LocalRule, Priority: 1, Source: {Cidrs: [10.0.0.0/9]}}
                        - {RuleName: high, RuleListType: LocalRule, Priority: 2, Source: {Cidrs: [10.128.0.0/9]}}
                        - RuleName: office
                          RuleListType: LocalRule
                          Priority: 3
                          Source: {PrefixLists: [office]}
                          Action: DenySilent
                        - {RuleName: ten, RuleListType: LocalRule, Priority: 4, Source: {Cidrs: [10.0.0.0/8]}}
                        - RuleName: nothing
                          RuleListType: LocalRule
                          Priority: 5
                          NegateSource: true
                          Source: {Cidrs: [Any]}
                        - RuleName: tls-by-port
                          RuleListType: LocalRule
                          Priority: 6
                          Applications: [ssl]
                          ProtPortList: ['TCP:443']
                        - {RuleName: tls, RuleListType: LocalRule, Priority: 7, Applications: [ssl]}
                        - RuleName: decrypt
                          RuleListType: LocalRule
                          Priority: 8
                          DecryptionRuleType: SSLOutboundInspection
                  Separate:
                    Type: PaloAltoNetworks::CloudNGFW::SecurityRule
                    Properties:
                      RuleStackName: !Ref Policy
                      RuleListType: LocalRule
                      RuleName: separate
                      Priority: 9
                      Source: {PrefixLists: [ofice]}
                      Destination: {FqdnLists: [elsewhere]}
                  Firewall:
                    Type: PaloAltoNetworks::CloudNGFW::NGFW
                    Properties:
                      FirewallName: alone
                      AccountId: '123456789012'
                      VpcId: vpc-1
                      EndpointMode: CustomerManaged
                      SubnetMappings: [{AvailabilityZone: us-east-1a}]
                      LogDestinationConfigs:
                        - {LogType: TRAFFIC, LogDestinationType: CloudWatchLogs, LogDestination: my-group}
                        - {LogType: THREAT, LogDestinationType: KinesisDataFirehose, LogDestination: PaloAltoCloudNGFW}
                        - {LogType: DECRYPTION, LogDestinationType: S3, LogDestination: my-bucket}
                      CloudWatchMetricNamespace: Mine
                """;
        String rules = "/Resources/Policy/Properties/RuleList/";
        String objects = "/Resources/Policy/Properties/SecurityObjects/";
        List<JsonNode> problems = warnings(template);
        assertThat(problems)
                .extracting(
                        problem -> problem.path("Path").asText(),
                        problem -> problem.path("Message").asText())
                .containsExactlyInAnyOrder(
                        tuple(
                                rules + "2",
                                "rule 'office' never matches: rule 'low' before it takes all its traffic,"
                                        + " with another action"),
                        tuple(
                                rules + "3",
                                "rule 'ten' is redundant: rules 'low', 'high' before it take all its"
                                        + " traffic, with the same action"),
                        tuple(rules + "4", "rule 'nothing' can never match: its negated source excludes every address"),
                        tuple(
                                rules + "6",
                                "cannot tell whether rule 'tls' ever matches: rule 'tls-by-port' before it"
                                        + " takes the same traffic, but it is not known which ports application-default"
                                        + " stands for"),
                        tuple(
                                rules + "7/DecryptionRuleType",
                                "rule 'decrypt' decrypts outbound traffic, but rulestack"
                                        + " 'edge' names no OutboundTrustCertificate and no OutboundUntrustCertificate to sign"
                                        + " it with"),
                        unused(objects + "CustomUrlCategories/0", "custom URL category 'sites'"),
                        unused(objects + "IntelligentFeeds/0", "feed 'bad'"),
                        unused(objects + "CertificateObjects/0", "certificate 'spare'"),
                        tuple(
                                "/Resources/Policy/Properties/CustomSecurityProfiles",
                                "has no effect, and cannot be read"
                                        + " back, because FileBlockingProfile is BestPractice"),
                        tuple(
                                "/Resources/Separate/Properties/Source/PrefixLists/0",
                                "rulestack 'edge' of this template" + " defines no prefix list 'ofice'"),
                        tuple(
                                "/Resources/Separate/Properties/Destination/FqdnLists/0",
                                "rulestack 'edge' of this" + " template defines no FQDN list 'elsewhere'"),
                        tuple(
                                "/Resources/Firewall/Properties",
                                "firewall 'alone' has neither a rulestack nor a LinkId," + " so it enforces no rule"),
                        tuple(
                                "/Resources/Firewall/Properties/LogDestinationConfigs/0/LogDestination",
                                "the service's"
                                        + " own role may write to log group PaloAltoCloudNGFW only, so no logs will arrive"
                                        + " here"),
                        tuple(
                                "/Resources/Firewall/Properties/CloudWatchMetricNamespace",
                                "the service's own role may"
                                        + " write to namespace PaloAltoCloudNGFW only, so no metrics will arrive here"));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.path("Severity").asText()).isEqualTo("warning");
            assertThat(problem.path("Remedy").asText()).isNotBlank();
        });
        assertThat(problems)
                .extracting(problem -> problem.path("Remedy").asText())
                .contains("did you mean 'office'?");
    }

    @ParameterizedTest
    @MethodSource("com.paloaltonetworks.cloudngfw.local.ExamplesTest#examples")
    void anExampleGivesNoCauseForAdvice(Path example) throws IOException {
        JsonNode problems = terminal.exits(0, "validate", example.toString()).path("Problems");
        assertThat(problems.findValuesAsText("Path")).noneMatch(path -> path.startsWith("/Resources/"));
    }

    /** Each line is a rulestack in which something is not known, or is used after all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a rule whose source is not known     | RuleList: [{RuleName: a, RuleListType: LocalRule, Priority: 1, Source: {Cidrs: [!Ref Unknown]}}, {RuleName: b, RuleListType: LocalRule, Priority: 2, Source: {Cidrs: [!Ref Unknown]}}]
            a name that may be the object's      | {SecurityObjects: {PrefixLists: [{Name: a, PrefixList: [10.0.0.0/8]}]}, RuleList: [{RuleName: a, RuleListType: LocalRule, Priority: 1, Source: {PrefixLists: [!Ref Unknown]}}]}
            objects for rules elsewhere          | SecurityObjects: {PrefixLists: [{Name: a, PrefixList: [10.0.0.0/8]}]}
            a profile that is not known          | {RuleStack: {Profiles: {FileBlockingProfile: !Ref Unknown}}, CustomSecurityProfiles: {FileTypes: [{FileType: exe}]}}
            a category that URL filtering uses   | {RuleStack: {Profiles: {URLFilteringProfile: Custom}}, SecurityObjects: {CustomUrlCategories: [{Name: a, URLTargets: [a.example/], Action: block}]}, RuleList: [{RuleName: a, RuleListType: LocalRule, Priority: 1}]}
            a rule that is switched off          | RuleList: [{RuleName: a, RuleListType: LocalRule, Priority: 1, Enabled: false, DecryptionRuleType: SSLOutboundInspection}]
            """)
    void whatIsNotKnownOrUsedAfterAllIsNotSpokenOf(String what, String properties) {
        String members = properties.startsWith("{") ? properties.substring(1, properties.length() - 1) : properties;
        String template = HEAD.replace("RuleStackName: edge", "{RuleStackName: edge, " + members + "}");
        assertThat(warnings(template))
                .as(what)
                .extracting(problem -> problem.path("Path").asText())
                .containsExactly("/Parameters/Unknown");
    }

    @Test
    void aLocalRuleIsShadowedByTheGlobalOneOnEveryFirewallThatHasBoth() {
        String template = """
                Resources:
                  Global:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: global
                      RuleStack: {Scope: Global}
                      RuleList:
                        - {RuleName: block, RuleListType: PreRule, Priority: 500, Protocol: any, Action: DenySilent}
                  Local:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: local
                      RuleList: [{RuleName: web, RuleListType: LocalRule, Priority: 1}]
                  Both: {Type: 'PaloAltoNetworks::CloudNGFW::NGFW', Properties: {%1$s, FirewallName: both, RuleStackName: local, GlobalRuleStackName: global}}
                %2$s
                """;
        String common = "AccountId: '123456789012', VpcId: vpc-1, EndpointMode: CustomerManaged,"
                + " SubnetMappings: [{AvailabilityZone: us-east-1a}]";
        String second = "  One: {Type: 'PaloAltoNetworks::CloudNGFW::NGFW', Properties: {" + common
                + ", FirewallName: one, RuleStackName: local}}";
        assertThat(warnings(template.formatted(common, "")))
                .extracting(problem -> problem.path("Path").asText())
                .containsExactly("/Resources/Local/Properties/RuleList/0");
        assertThat(warnings(template.formatted(common, second))).isEmpty();
    }

    @Test
    void whatIsWrongInItselfIsNotSpokenOfTwice() {
        String template = """
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: edge
                      SecurityObjects: {PrefixLists: [{Name: office, PrefixList: [10.0.0.0/8]}]}
                      RuleList:
                        - {RuleName: a, RuleListType: LocalRule, Priority: 1, Source: {PrefixLists: [ofice]}}
                        - {RuleName: b, RuleListType: LocalRule, Priority: 2, ProtPortList: ['TCP:90-80']}
                """;
        JsonNode problems =
                terminal.exits(2, "validate", terminal.file("t.yaml", template)).path("Problems");
        assertThat(problems.findValuesAsText("Severity")).containsExactly("error", "error");
    }

    private static Tuple unused(String path, String what) {
        return tuple(path, "nothing in this template uses " + what);
    }

    private List<JsonNode> warnings(String template) {
        JsonNode problems =
                terminal.exits(0, "validate", terminal.file("t.yaml", template)).path("Problems");
        return List.copyOf(problems.findParents("Path"));
    }
}
