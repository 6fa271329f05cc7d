package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatePathTest {

    private static final JsonNode DECLARED = TemplateReader.read("""
            Plain: [{X: 1}]
            Chosen: !If [c, {X: 1}, {X: 2}]
            Gaps: [!If [c, !Ref 'AWS::NoValue', 1], {X: 1}]
            Made: !Split [',', 'a,b']
            """);

    @ParameterizedTest(name = "{0} stands at {1}")
    @CsvSource({
        "'', ''",
        "/Plain/0/X, /Plain/0/X",
        "/Chosen/X, /Chosen/Fn::If/1/X",
        "/Gaps/0/X, /Gaps/1/X",
        "/Made/1, /Made",
        "/Plain/0/Missing, /Plain/0/Missing",
    })
    void aResolvedPlaceLeadsBackToTheTemplate(String resolved, String written) {
        assertThat(TemplatePath.of(DECLARED, resolved, name -> true)).isEqualTo(written);
    }
}
