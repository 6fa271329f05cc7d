package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {

    private static final String TEMPLATE = """
            Parameters:
              Env: {Type: String, Default: prod}
              Ports: {Type: CommaDelimitedList, Default: '80,443'}
            Mappings:
              M: {prod: {Size: large, List: [a, b]}}
            Conditions:
              Prod: !Equals [!Ref Env, prod]
              NotProd: !Not [!Condition Prod]
              Both: !And [!Condition Prod, !Equals [!Ref 'AWS::Region', eu-west-1]]
              Either: !Or [!Condition NotProd, !Equals [a, b]]
            Resources:
              A: {Type: T}
              B: {Type: T, DependsOn: A, Properties: {V: %s}}
            """;

    /** Resource A exists: its id is a-1, each of its attributes is its own name. */
    private static JsonNode resolve(String value) {
        PreparedTemplate prepared = Templates.prepare(TEMPLATE.formatted(value), Map.of());
        Resolver resolver = new Resolver(new StaticScope(prepared) {
            @Override
            protected JsonNode resource(Reference reference) {
                return TextNode.valueOf(reference.attribute() == null ? "a-1" : "attribute " + reference.attribute());
            }

            @Override
            public String importValue(String export, String path) {
                return export.equals("known") ? "imported" : super.importValue(export, path);
            }
        });
        Template.Resource resource = prepared.resources().get("B");
        return resolver.resolveObject(resource.properties(), resource.propertiesPath())
                .path("V");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Env | \"prod\"",
                "!Ref Ports | [\"80\",\"443\"]",
                "!Ref A | \"a-1\"",
                "!Ref AWS::Region | \"eu-west-1\"",
                "!Ref AWS::Partition | \"aws\"",
                "!Ref AWS::URLSuffix | \"amazonaws.com\"",
                "!GetAtt A.B.C | \"attribute B.C\"",
                "{Fn::GetAtt: [A, !Ref Env]} | \"attribute prod\"",
                "{Fn::GetAtt: A.B} | \"attribute B\"",
                "!Sub '${Env}-${A}-${A.X.Y}-${!Env}-${AWS::StackName}' | \"prod-a-1-attribute X.Y-${Env}-s\"",
                "!Sub ['${Env}${X}', {Env: mine, X: !Ref A}] | \"minea-1\"",
                "!Join ['-', [a, !Ref A, 1]] | \"a-a-1-1\"",
                "!Join [',', !Ref Ports] | \"80,443\"",
                "!Split ['.', a.b.] | [\"a\",\"b\",\"\"]",
                "!Select [1, !Ref Ports] | \"443\"",
                "!Select ['0', !Split [',', 'x,y']] | \"x\"",
                "!FindInMap [M, !Ref Env, Size] | \"large\"",
                "!FindInMap [M, prod, List] | [\"a\",\"b\"]",
                "!If [Prod, one, two] | \"one\"",
                "!If [NotProd, 1, 2] | 2",
                "!If [Both, 1, 2] | 1",
                "!If [Either, 1, 2] | 2",
                "[1, !If [Prod, !Ref AWS::NoValue, 2], 3] | [1,3]",
                "{K: !Ref AWS::NoValue, L: 1} | {\"L\":1}",
                "!Base64 hello | \"aGVsbG8=\"",
                "!GetAZs '' | [\"eu-west-1a\",\"eu-west-1b\",\"eu-west-1c\"]",
                "!GetAZs us-east-1 | [\"us-east-1a\",\"us-east-1b\",\"us-east-1c\"]",
                "!Cidr [10.0.0.0/16, 2, 8] | [\"10.0.0.0/24\",\"10.0.1.0/24\"]",
                "!Select [1, !Cidr [10.0.0.0/16, 2]] | \"10.0.1.0/24\"",
                "!Cidr ['2001:db8::/56', 1, 64] | [\"2001:db8:0:0:0:0:0:0/64\"]",
                "!ImportValue known | \"imported\"",
            })
    void aFunctionHasItsResult(String yaml, String json) {
        assertThat(resolve(yaml)).hasToString(json);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Select [2, !Ref Ports] | Fn::Select cannot select nonexistent value at index 2",
                "!Select [-1, !Ref Ports] | Fn::Select requires a list argument",
                "!FindInMap [M, !Ref Env, Weight] | Unable to get mapping for M::prod::Weight",
                "!Join [',', !Ref Env] | every Fn::Join object requires two parameters",
                "!Sub '${Ports}' | Fn::Sub expression does not resolve to a string: ${Ports}",
                "!ImportValue none | No export named none found.",
                "!Cidr [10.0.0.0/16, 257, 2] | does not hold 257 blocks",
                "!Cidr [10.0.0.0/30, 2, 8] | do not fit",
                "!Cidr [host.example/16, 2, 8] | is not a CIDR block",
            })
    void aFunctionWithoutResultSaysWhy(String yaml, String message) {
        assertThatThrownBy(() -> resolve(yaml))
                .isInstanceOf(TemplateRejected.class)
                .hasMessageContaining(message);
    }
}
