package com.paloaltonetworks.cloudngfw.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.local.plan.Decisions;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Things of another shape than they ought to have, where a check met what it did not look for. */
class MisshapenTemplatesTest {

    private static final CloudOptions NOWHERE =
            new CloudOptions(Path.of("target", "misshapen"), 1L, false, null, Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Resources/Vpc/Properties/CidrBlock/Fn::If | {Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: !If [[], a, b]}}}",
                "/Resources/Vpc/Properties/CidrBlock/Fn::If"
                        + " | {Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: {'Fn::If': {a: 1, b: 2, c: 3}}}}}",
                "/Resources/Stack/Properties/SecurityObjects/PrefixLists"
                        + " | {Stack: {Type: 'PaloAltoNetworks::CloudNGFW::RuleStack', Properties: {RuleStackName: edge,"
                        + " SecurityObjects: {PrefixLists: {a: {Name: b}}}}}}",
                "/Resources/Rule/Properties/Source/PrefixLists"
                        + " | {Stack: {Type: 'PaloAltoNetworks::CloudNGFW::RuleStack', Properties: {RuleStackName: edge}},"
                        + " Rule: {Type: 'PaloAltoNetworks::CloudNGFW::SecurityRule', Properties: {RuleStackName: edge,"
                        + " RuleListType: LocalRule, RuleName: a, Priority: 1, Source: {PrefixLists: {a: b}}}}}",
                "/Resources/Wall/Properties/LogDestinationConfigs"
                        + " | {Wall: {Type: 'PaloAltoNetworks::CloudNGFW::NGFW', Properties: {FirewallName: a,"
                        + " AccountId: '123456789012', VpcId: v, EndpointMode: CustomerManaged,"
                        + " SubnetMappings: [{AvailabilityZone: us-east-1a}], LogDestinationConfigs: {a: {LogDestination: x}}}}}",
            })
    void eachIsAProblemAtItsPlace(String path, String resources) {
        assertThat(problems("Resources: " + resources))
                .extracting(Problem::path)
                .anyMatch(found -> found.startsWith(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Conditions/Wrong | {Sound: !Not [!Condition Wrong], Wrong: {}}",
                "/Conditions/Wrong/Fn::Equals | {Sound: !And [!Condition Wrong, !Condition Wrong], Wrong: !Equals [a]}",
            })
    void aConditionThatDependsOnAMalformedOneIsNoSecondProblem(String path, String conditions) {
        List<Problem> problems = problems(
                "Conditions: " + conditions
                        + "\nResources: {Vpc: {Type: 'AWS::EC2::VPC', Condition: Sound, Properties: {CidrBlock: 10.0.0.0/16}}}");
        assertThat(problems).extracting(Problem::path).containsExactly(path);
    }

    private static List<Problem> problems(String template) {
        try (LocalCloud cloud = LocalCloud.look(NOWHERE, new Decisions())) {
            StackName stack = new StackName("misshapen", null, null);
            return cloud.validate(new DeployRequest(stack, template, Map.of(), Map.of(), Set.of(), false));
        }
    }
}
