package com.paloaltonetworks.cloudngfw.core.check;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old names are told with their present form, and the rest of the model is checked as if they had been right. */
class VocabularyTest {

    private static final JsonNode SCHEMA = json("""
            {"typeName":"My::Own::Type","additionalProperties":false,
             "definitions":{
               "Thing":{"type":"object","additionalProperties":false,"required":["Name"],
                 "properties":{"Name":{"type":"string","pattern":"^[a-zA-Z0-9-]+$"},"Size":{"type":"integer"}}},
               "Tag":{"type":"object","additionalProperties":false,"required":["Key","Value"],
                 "properties":{"Key":{"type":"string"},"Value":{"type":"string","maxLength":5}}}},
             "properties":{"Things":{"type":"array","items":{"$ref":"#/definitions/Thing"}},
               "Word":{"type":"string"},
               "Tags":{"type":"array","items":{"$ref":"#/definitions/Tag"}}}}""");

    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Former.listed("/Thing", "Things"),
                    Former.renamed("/Wort", "Word"),
                    Former.renamed("/Things/*/Bigness", "Size"),
                    Former.removed("/Token", "remove it"),
                    Former.tags("/Tags")),
            Set.of());

    private final List<JsonNode> seen = new ArrayList<>();
    private final ModelCheck check = new ModelCheck(SCHEMA, VOCABULARY, model -> {
        seen.add(model);
        return List.of();
    });

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"Thing":{"Name":"a"}}                     | {"Things":[{"Name":"a"}]}            | /Thing            | write Things: [{Name: a}]
        {"Thing":[{"Name":"a"}]}                   | {"Things":[{"Name":"a"}]}            | /Thing            | write Things: [{Name: a}]
        {"Wort":"x"}                               | {"Word":"x"}                         | /Wort             | write Word: x
        {"Things":[{"Name":"a","Bigness":3}]}      | {"Things":[{"Name":"a","Size":3}]}   | /Things/0/Bigness | write Size: 3
        {"Token":"secret"}                         | {}                                   | /Token            | remove it
        {"Tags":{"a":"b"}}                         | {"Tags":[{"Key":"a","Value":"b"}]}   | /Tags             | write Tags: [{Key: a, Value: b}]
        {"Tags":[{"a":"b"}]}                       | {"Tags":[{"Key":"a","Value":"b"}]}   | /Tags             | write Tags: [{Key: a, Value: b}]
        """)
    void anOldNameIsToldOnceWithItsPresentForm(String model, String modern, String path, String remedy) {
        List<Problem> problems = check.problems(json(model));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).path()).isEqualTo(path);
        assertThat(problems.get(0).remedy()).isEqualTo(remedy);
        assertThat(problems.get(0).line()).doesNotContain("secret");
        assertThat(seen).containsExactly(json(modern));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"Thing":{"Name":"a b"}}                             | /Thing/Name
        {"Thing":[{"Name":"a"},{"Name":"a b"}]}              | /Thing/1/Name
        {"Thing":{"Size":3}}                                 | /Thing/Name
        {"Things":[{"Name":"a"}],"Thing":{"Name":"a b"}}     | /Thing/Name
        {"Things":[{"Name":"a b"}],"Thing":[{"Name":"a"}]}   | /Things/0/Name
        {"Things":[{"Name":"a"}],"Thing":[{"Name":"a b"}]}   | /Thing/0/Name
        {"Tags":{"a":"longer"}}                              | /Tags
        {"Tags":[{"a":"longer"}]}                            | /Tags/0
        """)
    void whatIsWrongInAnOldFormIsToldWhereItsWriterPutIt(String model, String path) {
        assertThat(check.problems(json(model)))
                .hasSize(2)
                .last()
                .extracting(Problem::path)
                .isEqualTo(path);
    }

    @Test
    void presentFormsAreLeftAlone() {
        assertThat(check.problems(json("{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}],\"Things\":[{\"Name\":\"a\"}]}")))
                .isEmpty();
        assertThat(check.problems(json("{\"Tags\":[{\"key\":\"a\",\"Value\":\"b\"}]}")))
                .extracting(Problem::remedy)
                .containsExactly("did you mean Key?");
    }
}
