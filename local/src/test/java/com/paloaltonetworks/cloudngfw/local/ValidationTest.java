package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No problem of a template hides another, and nothing is guessed about values that only a deploy can know. */
class ValidationTest {

    private static final String WRONG_RULE = """
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
                  RuleList: [{RuleName: a, RuleListType: LocalRule, Priority: 0}]
            """;
    private static final String RULE = "/Resources/Policy/Properties/RuleList/0/Priority";

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transform: AWS::Serverless-2016-10-31",
                "Recources: {}",
                "Description: [a]",
                "Parameters: {P: {Type: Strin}}",
                "Parameters: {P: {Type: String, AllowedValues: [a], Default: b}}",
                "Parameters: {P: {Type: Number, Default: b}}",
                "Conditions: {C: {Foo: 1}}",
                "Conditions: {C: !Not [!Condition D], D: !Not [!Condition C]}",
                "Mappings: {M: [a]}",
                "Outputs: {O: {Value: !Ref Nothing}}",
                "Outputs: {O: {Value: !GetAtt Policy.Nothing}}",
                "Outputs: {O: {Value: !Select [5, [a]]}}",
                "Outputs: {O: {Value: 1, Value: 2}}",
                "Outputs: {O: {Value: }}",
                "Outputs: {O: {Value: !Foo a}}",
            })
    void aProblemOfTheFrameDoesNotHideThoseOfAResource(String wrong) {
        assertThat(errors(wrong + "\nResources:\n" + WRONG_RULE)).contains(RULE).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: {Type: 'Foo::Bar::Baz'}",
                "X: {Properties: {}}",
                "X: text",
                "X: {Type: 'AWS::EC2::VPC', DependsOn: Nobody}",
                "X: {Type: 'AWS::EC2::VPC', DependsOn: X}",
                "X: {Type: 'AWS::EC2::VPC', Condition: Unknown}",
                "X: {Type: 'AWS::EC2::VPC', DeletionPolicy: Forget}",
                "X: {Type: 'AWS::EC2::VPC', Propertys: {}}",
                "X: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: !Ref Nobody}}",
                "X: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: !If [a]}}",
                "X: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: !FindInMap [a, b, c]}}",
                "X: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: '{{resolve:ssm-secure:a}}'}}",
            })
    void aProblemOfOneResourceDoesNotHideThoseOfAnother(String wrong) {
        assertThat(errors("Resources:\n  " + wrong + "\n" + WRONG_RULE))
                .contains(RULE)
                .hasSizeGreaterThan(1);
    }

    @Test
    void aWrongFunctionDoesNotHideOtherProblemsOfItsResource() {
        assertThat(errors("Resources:\n" + WRONG_RULE + "      Tags: !Ref Nobody\n"))
                .containsExactlyInAnyOrder(RULE, "/Resources/Policy/Properties/Tags/Ref");
    }

    @Test
    void aValueOfTheWrongTypeDoesNotHideWhatOnlyTheTypeKnows() {
        assertThat(errors("Resources:\n" + WRONG_RULE + "      Describe: perhaps\n"))
                .containsExactlyInAnyOrder(RULE, "/Resources/Policy/Properties/Describe");
    }

    @Test
    void wrongParametersAndWrongResourcesAreToldTogether() {
        String template = "Parameters: {P: {Type: Number, MinValue: 3}}\nResources:\n" + WRONG_RULE;
        assertThat(errors(template, "--parameters", "P=2", "Q=1"))
                .containsExactlyInAnyOrder(RULE, "/Parameters/P", "/Parameters");
    }

    @Test
    void aResourceThatItsConditionLeavesOutIsCheckedWithoutFailing() {
        String template = "Conditions: {Never: !Equals [a, b]}\nResources:\n" + WRONG_RULE + "    Condition: Never\n";
        JsonNode problems =
                terminal.exits(0, "validate", terminal.file("t.yaml", template)).path("Problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.at("/0/Path").asText()).isEqualTo(RULE);
        assertThat(problems.at("/0/Severity").asText()).isEqualTo("warning");
        assertThat(problems.at("/0/Message").asText()).endsWith("(if Never held)");
    }

    @Test
    void nothingIsSaidOfWhatOnlyADeployCanKnow() {
        assertThat(paths(0, "", """
                Parameters:
                  List: {Type: String}
                  Blocks: {Type: CommaDelimitedList}
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: edge
                      SecurityObjects: {PrefixLists: [{Name: !Ref List, PrefixList: !Ref Blocks}]}
                      RuleList:
                        - {RuleName: a, RuleListType: LocalRule, Priority: 1, Source: {PrefixLists: [!Ref List, b]}}
                        - {RuleName: !Select [1, !Ref Blocks], RuleListType: LocalRule, Priority: 2}
                Outputs: {O: {Value: !Select [2, !Ref Blocks]}}
                """)).containsExactlyInAnyOrder("/Parameters/List", "/Parameters/Blocks");
    }

    @Test
    void aBareWordThatArrivesAsAnotherTextIsWarnedOf() {
        assertThat(paths(0, "", """
                Parameters: {P: {Type: String, Default: on}}
                Mappings: {M: {a: {b: NO}}}
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: edge
                      RuleStack: {Deploy: NO, Description: !If [C, 'a', off]}
                      RuleList: [{RuleName: yes, RuleListType: LocalRule, Priority: 012, Logging: on}]
                      Tags: [{Key: Env, Value: 10:30}]
                Conditions: {C: !Equals [!Ref P, YES]}
                """))
                .containsExactlyInAnyOrder(
                        "/Parameters/P/Default",
                        "/Mappings/M/a/b",
                        "/Resources/Policy/Properties/RuleStack/Description/Fn::If/2",
                        "/Resources/Policy/Properties/RuleList/0/RuleName",
                        "/Resources/Policy/Properties/Tags/0/Value",
                        "/Conditions/C/Fn::Equals/1");
    }

    @Test
    void leadingZerosThatYamlLosesAreToldWithTheTextToQuote() {
        JsonNode problem = terminal.exits(2, "validate", terminal.file("t.yaml", """
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties: {RuleStackName: edge, RuleStack: {AccountId: 012345670123}}
                """))
                .path("Problems")
                .path(0);
        assertThat(problem.path("Value").asText()).isEqualTo("1402433619");
        assertThat(problem.path("Remedy").asText())
                .isEqualTo("YAML reads the bare 012345670123 as 1402433619: quote it, '012345670123'");
    }

    @Test
    void aHiddenParameterIsNotShownInAProblem() {
        terminal.exits(2, "validate", terminal.file("t.yaml", """
                Parameters: {Hidden: {Type: String, NoEcho: true, Default: open sesame}}
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties: {RuleStackName: !Ref Hidden, RulList: !Ref Hidden}
                """));
        assertThat(terminal.everythingPrinted()).contains("****").doesNotContain("sesame");
    }

    private List<String> errors(String template, String... more) {
        return paths(2, "error", template, more);
    }

    private List<String> paths(int exit, String severity, String template, String... more) {
        List<String> words = new ArrayList<>(List.of("validate", terminal.file("t.yaml", template)));
        words.addAll(List.of(more));
        List<String> paths = new ArrayList<>();
        terminal.exits(exit, words.toArray(String[]::new)).path("Problems").forEach(problem -> {
            if (problem.path("Severity").asText().startsWith(severity)) {
                paths.add(problem.path("Path").asText());
            }
        });
        return paths;
    }
}
