package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFrameTest {

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Foo: {} | /Foo | Invalid template property or properties [Foo]",
                "Transform: AWS::Serverless | /Transform | Template section Transform is not supported by the local engine",
                "Hooks: {} | /Hooks | Template section Hooks is not supported by the local engine",
                "AWSTemplateFormatVersion: 2012-10-17 | /AWSTemplateFormatVersion | 2012-10-17 is not a supported value",
                "Parameters: {P: {Default: 1}} | /Parameters/P | Every Parameters object must contain a Type member.",
                "Parameters: {P: {Type: Strin}} | /Parameters/P/Type | Unrecognized parameter type: Strin",
                "Parameters: {P: {Type: String, Defalt: x}} | /Parameters/P/Defalt | Invalid template parameter property 'Defalt'",
                "Outputs: {O: {Value: !Ref Nope}} | /Outputs/O/Value/Ref | Unresolved resource dependencies [Nope] in the Outputs block",
                "Outputs: {O: {Value: !GetAtt Nope.Arn}} | /Outputs/O/Value/Fn::GetAtt | Unresolved resource dependencies [Nope]",
                "Outputs: {O: {Value: !Sub '${Nope}'}} | /Outputs/O/Value/Fn::Sub | Unresolved resource dependencies [Nope]",
                "Outputs: {O: {Value: !Select [1]}} | /Outputs/O/Value/Fn::Select | Fn::Select requires a list argument",
                "Outputs: {O: {Value: {Fn::ToJsonString: x}}} | /Outputs/O/Value/Fn::ToJsonString | it needs a transform",
                "Outputs: {O: {Value: !If [c, 1, 2]}} | /Outputs/O/Value/Fn::If/0 | Unresolved condition dependency [c]",
                "Conditions: {C: !Equals [!Ref A, 1]} | /Conditions/C/Fn::Equals/0/Ref | Cannot reference resources in the Conditions",
                "Conditions: {C: !And [!Condition C]} | /Conditions/C/Fn::And | at least 2 and at most 10",
            })
    void aWrongFrameIsReportedInCloudFormationsWords(String section, String path, String message) {
        String template = "Resources: {A: {Type: T}}\n" + section;
        assertThatThrownBy(() -> Templates.read(template))
                .isInstanceOfSatisfying(
                        TemplateRejected.class,
                        rejected -> assertThat(rejected.getProblems()).anySatisfy(problem -> {
                            assertThat(problem.path()).isEqualTo(path);
                            assertThat(problem.message()).contains(message);
                        }));
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        TemplateRejected rejected = catchThrowableOfType(TemplateRejected.class, () -> Templates.read("""
                Resources:
                  A-1: {Type: T}
                  B: {Typ: T}
                  C: {Type: T, DependsOn: [D], DeletionPolicy: Keep, Condition: X}
                  E: {Type: T, DeletionPolicy: Snapshot, Propertys: {}}
                """));
        assertThat(rejected.getProblems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "/Resources/A-1",
                        "/Resources/B",
                        "/Resources/C/DependsOn",
                        "/Resources/C/DeletionPolicy",
                        "/Resources/C/Condition",
                        "/Resources/E/DeletionPolicy",
                        "/Resources/E/Propertys");
    }

    @Test
    void aTemplateWithoutResourcesIsRefused() {
        assertThatThrownBy(() -> Templates.read("Description: x"))
                .hasMessageContaining("At least one Resources member must be defined.");
    }

    @Test
    void aCycleNamesItsMembers() {
        String template = """
                Resources:
                  A: {Type: T, Properties: {X: !Ref B}}
                  B: {Type: T, Properties: {X: !GetAtt A.Y}}
                  C: {Type: T, DependsOn: A}
                """;
        assertThatThrownBy(() -> Templates.prepare(template, Map.of()))
                .hasMessage("Circular dependency between resources: [A, B]");
    }

    @Test
    void aBranchThatIsNotTakenMakesNoDependency() {
        PreparedTemplate prepared = Templates.prepare("""
                Conditions: {Always: !Equals [1, 1]}
                Resources:
                  A: {Type: T, Properties: {X: !If [Always, 1, !Ref B]}}
                  B: {Type: T, Properties: {X: !Ref A}}
                """, Map.of());
        assertThat(prepared.graph().order()).containsExactly("A", "B");
    }

    @Test
    void aReferenceToAResourceThatItsConditionRemovedIsRefusedButDependsOnIsNot() {
        String template = """
                Conditions: {Never: !Equals [1, 2]}
                Resources:
                  A: {Type: T, %s}
                  B: {Type: T, Condition: Never}
                """;
        assertThat(Templates.prepare(template.formatted("DependsOn: B"), Map.of())
                        .resources())
                .containsOnlyKeys("A");
        assertThatThrownBy(() -> Templates.prepare(template.formatted("Properties: {X: !Ref B}"), Map.of()))
                .hasMessageContaining("Unresolved resource dependencies [B] in the Resources block of the template");
    }

    @Test
    void ssmSecureIsRefusedWithItsPath() {
        String template = "Resources: {A: {Type: T, Properties: {X: '{{resolve:ssm-secure:a:1}}'}}}";
        assertThatThrownBy(() -> Templates.prepare(template, Map.of()))
                .hasMessage("SSM Secure reference is not supported in: [/Resources/A/Properties/X]");
    }
}
