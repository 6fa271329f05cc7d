package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2010-09-09 | \"2010-09-09\"",
                "YES | true",
                "off | false",
                "nO | \"nO\"",
                "y | \"y\"",
                "'YES' | \"YES\"",
                "012 | 10",
                "012345678901 | \"1.2345678901E10\"",
                "'012345678901' | \"012345678901\"",
                "12:30:00 | \"12:30:00\"",
                "0x1F | \"0x1F\"",
                "443 | 443",
                "-1.50 | -1.50",
                "'443' | \"443\"",
                "!!str 443 | \"443\"",
                "true | true",
                "\"true\" | \"true\"",
                "False | false",
            })
    void aScalarIsReadAsCloudFormationReadsIt(String yaml, String json) {
        assertThat(TemplateReader.read("V: " + yaml).get("V")).hasToString(json);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref A | {\"Ref\":\"A\"}",
                "!GetAtt A.B.C | {\"Fn::GetAtt\":[\"A\",\"B.C\"]}",
                "!GetAtt [A, B.C] | {\"Fn::GetAtt\":[\"A\",\"B.C\"]}",
                "!Sub '${A}' | {\"Fn::Sub\":\"${A}\"}",
                "!If [c, !Ref A, !Join ['', [!Ref B]]] | {\"Fn::If\":[\"c\",{\"Ref\":\"A\"},{\"Fn::Join\":[\"\",[{\"Ref\":\"B\"}]]}]}",
                "!Condition c | {\"Condition\":\"c\"}",
                "!Base64 {'Fn::Sub': x} | {\"Fn::Base64\":{\"Fn::Sub\":\"x\"}}",
                "!GetAZs '' | {\"Fn::GetAZs\":\"\"}",
            })
    void aShortFormBecomesItsLongForm(String yaml, String json) {
        assertThat(TemplateReader.read("V: " + yaml).get("V")).hasToString(json);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "R: {A: &x {B: 1}, C: *x} | YAML aliases are not allowed in CloudFormation templates",
                "A: &x 1\\nB: *x | YAML aliases are not allowed in CloudFormation templates",
                "A: {<<: {B: 1}} | YAML aliases are not allowed in CloudFormation templates",
                "A: 1\\nA: 2 | duplicate key A",
                "A: !Base64 !Sub x | YAML not well-formed",
                "A: !Foo x | unknown tag !Foo",
                "A: !!binary x | unsupported YAML tag",
                "A: | 'null' values are not allowed in templates",
                "- A | unsupported structure",
                "{\"A\": 1, \"A\": 2} | JSON not well-formed",
                "{\"A\": | JSON not well-formed",
            })
    void whatCloudFormationRefusesIsRefused(String text, String message) {
        String template = text.replace("\\n", "\n");
        assertThatThrownBy(() -> TemplateReader.read(template))
                .isInstanceOf(TemplateRejected.class)
                .hasMessageContaining(message);
    }

    @Test
    void allProblemsOfFormAreReportedAtOnceWithTheirPaths() {
        TemplateRejected rejected = catchThrowableOfType(
                TemplateRejected.class, () -> TemplateReader.read("A: {B: 1, B: 2}\nC: [!Foo x]\nD:\n"));
        assertThat(rejected.getProblems()).extracting(Problem::path).containsExactly("/A/B", "/C/0", "/D");
    }

    @ParameterizedTest(name = "{0} is remembered as {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "NO, false",
                "on, true",
                "012345670123, 1402433619",
                "089, 89.0",
                "0x1F, 31",
                "1_000, 1000",
                "10:30, 630",
                "1.10, 1.1",
                "1e3, 1000.0",
                "True,",
                "443,",
                "1.5,",
                "2010-09-09,",
                "8433-6838,",
                "NOT,",
                "'NO',",
            })
    void whatABareWordBecomesIsRemembered(String yaml, String read) {
        assertThat(TemplateReader.survey("A: [x, " + yaml + "]").changed().entrySet())
                .extracting(entry ->
                        entry.getKey() + " " + entry.getValue().reading().orElseThrow())
                .isEqualTo(read == null ? List.of() : List.of("/A/1 " + read));
    }

    @Test
    void jsonKeepsNumbersAsTheyWereWritten() {
        assertThat(TemplateReader.read("\t{\"V\": 1.10}").get("V").asText()).isEqualTo("1.10");
    }
}
