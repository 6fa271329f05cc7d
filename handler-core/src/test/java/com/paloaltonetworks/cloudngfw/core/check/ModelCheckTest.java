package com.paloaltonetworks.cloudngfw.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {

    private static final JsonNode SCHEMA = json("""
            {"typeName":"My::Own::Type","additionalProperties":false,"required":["Name"],
             "definitions":{"Port":{"type":"integer","minimum":1}},
             "properties":{"Name":{"type":"string","pattern":"^[a-z]+$"},"On":{"type":"boolean"},
               "Port":{"$ref":"#/definitions/Port"},
               "Ports":{"type":"array","items":{"$ref":"#/definitions/Port"}},
               "Inner":{"type":"object","additionalProperties":false,"properties":{"Word":{"type":"string"}}}}}""");

    private final List<Problem> semantics = new ArrayList<>();
    private final ModelCheck check = new ModelCheck(SCHEMA, Vocabulary.NONE, model -> semantics);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"Name":"edge"}                                  |
        {"Name":"edge","On":"true","Port":"7"}           |
        {"Name":"edge","On":"FALSE"}                     |
        {"Name":"edge","Ports":["1",2]}                  |
        {"Name":"edge","Inner":{"Word":12}}              |
        {"Name":"edge","Inner":{"Word":true}}            |
        {}                                               | /Name
        {"Name":"EDGE"}                                  | /Name
        {"Name":"edge","On":"perhaps"}                   | /On
        {"Name":"edge","Port":"0"}                       | /Port
        {"Name":"edge","Port":"12345678901"}             | /Port
        {"Name":"edge","Ports":[1,"x"]}                  | /Ports/1
        {"Name":"edge","Inner":{"Wrod":"x"}}             | /Inner/Wrod
        {"Name":"edge","Nmae":null}                      | /Nmae
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
        assertThat(problems.get(1).line()).isEqualTo("/Inner/Word: is not a word (found: x) - spell it");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (java.io.IOException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }
}
