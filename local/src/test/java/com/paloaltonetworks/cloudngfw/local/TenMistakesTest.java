package com.paloaltonetworks.cloudngfw.local;

import static com.paloaltonetworks.cloudngfw.local.Terminal.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many different mistakes in one template: one run tells all of them, where they are, and how to mend them. */
class TenMistakesTest {

    private static final String TEMPLATE = """
            Parameters:
              SubnetA: {Type: String, Default: subnet-0a1b2c3d}
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
                  RuleStack: {Scope: Local, Deploy: YES, Descripton: for the edge}
                  Tags: {Env: prod}
                  SecurityObjects:
                    PrefixList: {Name: servers, PrefixList: [10.0.0.0/33]}
                  RuleList:
                    - RuleName: a
                      RuleListType: LocalRule
                      Priority: 10
                      Source: {PrefixLists: [serves], Countries: [NO, SE]}
                    - {RuleName: b, RuleListType: LocalRule, Priority: 10, Action: Alow}
                    - {RuleName: c, RuleListType: PreRule, Priority: 30}
              Firewall:
                Type: PaloAltoNetworks::CloudNGFW::NGFW
                Properties:
                  FirewallName: edge
                  AccountId: !Ref AWS::AccountId
                  VpcId: vpc-1
                  EndpointMode: ServiceManaged
                  RuleStackName: %s
                  SubnetMappings: [!Ref SubnetA]
            """;

    private static final String POLICY = "/Resources/Policy/Properties/";
    private static final String FIREWALL = "/Resources/Firewall/Properties/";

    /** Path, value, message and remedy. */
    private static final List<List<String>> OF_POLICY = List.of(
            List.of(
                    POLICY + "RuleStack/Descripton",
                    "for the edge",
                    "there is no property Descripton here",
                    "did you mean Description?"),
            List.of(
                    POLICY + "Tags",
                    "{Env: prod}",
                    "tags are a list of objects with Key and Value now, no longer a map",
                    "write Tags: [{Key: Env, Value: prod}]"),
            List.of(
                    POLICY + "SecurityObjects/PrefixList",
                    "{Name: servers, PrefixList: [10.0.0.0/33]}",
                    "PrefixList, a name of this type's first version, is now the list PrefixLists",
                    "write PrefixLists: [{Name: servers, PrefixList: [10.0.0.0/33]}]"),
            List.of(
                    POLICY + "SecurityObjects/PrefixList/PrefixList/0",
                    "10.0.0.0/33",
                    "'10.0.0.0/33' is not an address or CIDR block",
                    "write one such as 10.0.0.0/8"),
            List.of(
                    POLICY + "RuleList/0/Source/PrefixLists/0",
                    "serves",
                    "there is no prefix list 'serves' in SecurityObjects",
                    "did you mean servers?"),
            List.of(
                    POLICY + "RuleList/0/Source/Countries/0",
                    "false",
                    "'false' is not a country code",
                    "YAML reads the bare NO as false: quote it, 'NO'"),
            List.of(
                    POLICY + "RuleList/1/Priority",
                    "10",
                    "the same as " + POLICY + "RuleList/0 has in the same list",
                    "change one of the two"),
            List.of(
                    POLICY + "RuleList/1/Action",
                    "Alow",
                    "is 'Alow', but must be Allow, DenyResetBoth, DenyResetServer or DenySilent",
                    "did you mean Allow?"),
            List.of(
                    POLICY + "RuleList/2/RuleListType",
                    "PreRule",
                    "a local rulestack has no PreRule",
                    "write LocalRule, or set RuleStack/Scope: Global"));

    private static final List<String> SUBNET = List.of(
            FIREWALL + "SubnetMappings/0",
            "subnet-0a1b2c3d",
            "a subnet mapping is an object now, no longer a text",
            "write {SubnetId: subnet-0a1b2c3d}");
    private static final List<String> REFERENCE = List.of(
            FIREWALL + "RuleStackName/Ref",
            "Polcy",
            "Template format error: Unresolved resource dependencies [Polcy] in the Resources block of the template",
            "did you mean Policy?");

    private final Terminal terminal = new Terminal();

    @Test
    void validateTellsPathValueMessageAndRemedyOfEach() {
        JsonNode problems = terminal.exits(2, "validate", file("!Ref Polcy")).path("Problems");
        assertThat(problems.findValuesAsText("Severity")).containsOnly("error");
        assertThat(problems)
                .extracting(problem -> List.of(
                        problem.path("Path").asText(),
                        problem.path("Value").asText(),
                        problem.path("Message").asText(),
                        problem.path("Remedy").asText()))
                .hasSize(OF_POLICY.size() + 2)
                .containsAll(OF_POLICY)
                .contains(SUBNET, REFERENCE);
    }

    @Test
    void aDeployWithAWrongFrameTellsTheSame() {
        JsonNode refused = terminal.exits(2, "deploy", file("!Ref Polcy"));
        assertThat(refused.path("Problems"))
                .isEqualTo(terminal.exits(2, "validate", file("!Ref Polcy")).path("Problems"));
    }

    @Test
    void theHandlerItselfRefusesTheRestAndTheCommandTellsAll() {
        JsonNode failed = terminal.exits(1, "deploy", file("!Ref Policy"), "--stack-name", "s");
        assertThat(failed.path("StackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failure(failed, "Policy"))
                .contains("9 problems", "/Tags", "/RuleList/2/RuleListType", "/RuleList/0/Source/PrefixLists/0")
                .hasSizeLessThanOrEqualTo(1024);
        List<String> told = terminal.err().lines().toList();
        assertThat(told).hasSize(OF_POLICY.size() + 1);
        assertThat(OF_POLICY)
                .allSatisfy(problem -> assertThat(told)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith(problem.get(0) + ": " + problem.get(2))
                                .contains(problem.get(1))
                                .endsWith(problem.get(3))));
        terminal.assertEmptyTenant();
    }

    private String file(String rulestack) {
        return terminal.file("t.yaml", TEMPLATE.formatted(rulestack));
    }
}
