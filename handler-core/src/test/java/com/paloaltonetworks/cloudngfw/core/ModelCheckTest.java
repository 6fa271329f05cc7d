package com.paloaltonetworks.cloudngfw.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.cloudformation.resource.exceptions.ValidationException;

class ModelCheckTest {

    private static final JsonNode SCHEMA = json("""
            {"typeName":"My::Own::Type","additionalProperties":false,"required":["Name"],
             "definitions":{"Port":{"type":"integer","minimum":1}},
             "properties":{"Name":{"type":"string","pattern":"^[a-z]+$"},"On":{"type":"boolean"},
               "Port":{"$ref":"#/definitions/Port"},
               "Ports":{"type":"array","items":{"$ref":"#/definitions/Port"}},
               "Inner":{"type":"object","additionalProperties":false,"properties":{"Word":{"type":"string"}}}}}""");

    private final List<Problem> semantics = new ArrayList<>();
    private final ModelCheck check = new ModelCheck(SCHEMA, model -> semantics);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"Name":"edge"}                                  |
        {"Name":"edge","On":"true","Port":"7"}           |
        {"Name":"edge","On":"FALSE"}                     |
        {"Name":"edge","Ports":["1",2]}                  |
        {"Name":"edge","Inner":{"Word":12}}              |
        {"Name":"edge","Inner":{"Word":true}}            |
        {}                                               | /
        {"Name":"EDGE"}                                  | /Name
        {"Name":"edge","On":"perhaps"}                   | /On
        {"Name":"edge","Port":"0"}                       | /Port
        {"Name":"edge","Port":"12345678901"}             | /Port
        {"Name":"edge","Ports":[1,"x"]}                  | /Ports/1
        {"Name":"edge","Inner":{"Wrod":"x"}}             | /Inner
        {"Name":"edge","Nmae":null}                      | /
        """)
    void scalarsAreReadAsTheSchemaTypesThem(String model, String path) {
        assertThat(check.problems(json(model)).stream().map(Problem::path).distinct())
                .isEqualTo(path == null ? List.of() : List.of(path));
    }

    @Test
    void schemaAndSemanticsAreToldTogetherOncePerPath() {
        semantics.add(Problem.at("/Port", "0", "ports begin with 1"));
        semantics.add(Problem.at("/Inner/Word", "x", "is not a word").mend("spell it"));
        List<Problem> problems = check.problems(json("{\"Name\":\"edge\",\"Port\":0}"));
        assertThat(problems).extracting(Problem::path).containsExactly("/Port", "/Inner/Word");
        assertThat(problems.get(1).line()).isEqualTo("/Inner/Word: is not a word (spell it)");
    }

    @Test
    void theRuntimesStrictReadingTellsAllProblems() {
        CheckingSerializer serializer = new CheckingSerializer(check);
        TypeReference<Map<String, Object>> type = new TypeReference<>() {};
        assertThatCode(() -> serializer.deserializeStrict("{\"Name\":\"edge\"}", type))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> serializer.deserializeStrict("{\"On\":\"x\",\"Port\":0}", type))
                .isInstanceOf(ValidationException.class)
                .hasMessageContainingAll("3 problems", "/On", "/Port", "Name");
    }

    @Test
    void theRuntimesValidatorDoesTheSame() {
        CheckingSerializer serializer = new CheckingSerializer(check);
        assertThatThrownBy(
                        () -> serializer.validator().validateObject(new JSONObject("{\"Name\":{}}"), new JSONObject()))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("/Name");
    }

    @Test
    void aListThatIsTooLongEndsWithHowManyMoreThereAre() {
        List<Problem> problems = new ArrayList<>();
        for (int index = 0; index < 40; index++) {
            problems.add(Problem.at("/RuleList/" + index, null, "a sentence that takes some room in the message"));
        }
        String text = Messages.of(problems, 1024);
        assertThat(text.length()).isLessThanOrEqualTo(1024);
        assertThat(text).startsWith("40 problems:").matches("(?s).*\nand \\d+ more");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (java.io.IOException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }
}
