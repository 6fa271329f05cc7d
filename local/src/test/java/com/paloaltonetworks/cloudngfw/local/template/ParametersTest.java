package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    private static ParameterValues resolve(
            String declaration, Map<String, String> given, Map<String, String> previous) {
        Template template = Templates.read("Parameters: {P: " + declaration + "}\nResources: {A: {Type: T}}");
        return Parameters.resolve(
                template.parameters(),
                given,
                previous,
                name -> name.equals("/stored") ? Optional.of("a, b") : Optional.empty());
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{Type: String, AllowedValues: [a, b]} | c | Parameter 'P' must be one of AllowedValues",
                "{Type: Number, AllowedValues: [1]} | 2 | Parameter 'P' must be one of AllowedValues",
                "{Type: String, AllowedPattern: '[a-z]+'} | a1 | Parameter 'P' must match pattern [a-z]+",
                "{Type: String, MinLength: 2} | a | Parameter 'P' must contain at least 2 characters",
                "{Type: String, MaxLength: 2} | abc | Parameter 'P' must contain at most 2 characters",
                "{Type: Number} | x | Parameter 'P' must be a number",
                "{Type: Number, MinValue: 5} | 4 | Parameter 'P' must be a number not less than 5",
                "{Type: Number, MaxValue: 5} | 5.1 | Parameter 'P' must be a number not greater than 5",
                "{Type: String, MinLength: 2, ConstraintDescription: two letters} | a "
                        + "| Parameter 'P' failed to satisfy constraint: two letters",
                "{Type: 'AWS::EC2::VPC::Id'} | vpc-xyz | parameter value vpc-xyz for parameter name P does not exist",
                "{Type: 'AWS::SSM::Parameter::Value<String>'} | /none | Unable to fetch parameters [/none] from parameter store",
                "{Type: String, NoEcho: true, AllowedPattern: x} | secret | Parameter 'P' must match pattern x",
            })
    void aWrongValueIsRefusedInCloudFormationsWords(String declaration, String value, String message) {
        assertThatThrownBy(() -> resolve(declaration, Map.of("P", value), Map.of()))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        TemplateRejected.class,
                        rejected -> assertThat(rejected.getProblems())
                                .noneMatch(problem -> "secret".equals(problem.value())));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: Number} | 1.50 | \"1.50\"",
                "{Type: CommaDelimitedList} | a , b,c | [\"a\",\"b\",\"c\"]",
                "{Type: 'List<Number>'} | 1,2 | [\"1\",\"2\"]",
                "{Type: 'List<AWS::EC2::Subnet::Id>'} | subnet-12345678 | [\"subnet-12345678\"]",
                "{Type: 'AWS::SSM::Parameter::Value<List<String>>'} | /stored | [\"a\",\"b\"]",
                "{Type: 'AWS::SSM::Parameter::Value<String>'} | /stored | \"a, b\"",
                "{Type: Number, AllowedValues: [1.0]} | 1 | \"1\"",
            })
    void aRightValueIsWhatRefYields(String declaration, String value, String json) {
        assertThat(resolve(declaration, Map.of("P", value), Map.of()).values().get("P"))
                .hasToString(json);
    }

    @Test
    void aValueComesFromTheCommandThenFromTheStackThenFromTheDefault() {
        String declaration = "{Type: String, Default: d}";
        assertThat(resolve(declaration, Map.of("P", "g"), Map.of("P", "p")).given())
                .containsEntry("P", "g");
        assertThat(resolve(declaration, Map.of(), Map.of("P", "p", "Old", "x")).given())
                .containsOnly(Map.entry("P", "p"));
        assertThat(resolve(declaration, Map.of(), Map.of()).given()).containsEntry("P", "d");
    }

    @Test
    void missingAndUnknownParametersAreNamed() {
        assertThatThrownBy(() -> resolve("{Type: String}", Map.of("Q", "1"), Map.of()))
                .isInstanceOfSatisfying(
                        TemplateRejected.class,
                        rejected -> assertThat(rejected.getProblems())
                                .extracting(Problem::message)
                                .containsExactly(
                                        "Parameters: [Q] do not exist in the template",
                                        "Parameters: [P] must have values"));
    }
}
