package com.paloaltonetworks.cloudngfw.core.check;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each keyword of JSON schema says in words, and which remedy it has. */
class WordingTest {

    private static final JsonNode SCHEMA = json("""
            {"typeName":"My::Own::Type","additionalProperties":false,
             "definitions":{"Inner":{"type":"object","additionalProperties":false,"required":["Key"],
               "properties":{"Key":{"type":"string"},"Value":{"type":"string"}}}},
             "properties":{
               "Name":{"type":"string","minLength":2,"maxLength":8,"pattern":"^[a-zA-Z0-9-]+$"},
               "Url":{"type":"string","pattern":"^(http|https)://.+$"},
               "Host":{"type":"string","pattern":"^[a-zA-Z0-9._-]+$"},
               "Digits":{"type":"string","minLength":1,"pattern":"^[0-9]+$"},
               "Odd":{"type":"string","pattern":"^x*$"},
               "Mode":{"type":"string","enum":["Local","Global"]},
               "Port":{"type":"integer","minimum":1,"maximum":9},
               "On":{"type":"boolean"},
               "Words":{"type":"array","maxItems":2,"items":{"type":"string"}},
               "Inner":{"$ref":"#/definitions/Inner"},
               "Inners":{"type":"array","items":{"$ref":"#/definitions/Inner"}}}}""");

    private final ModelCheck check = new ModelCheck(SCHEMA, Vocabulary.NONE, model -> List.of());

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "Name":"x"            | /Name      | has 1 characters, but must have at least 2                   |
        "Name":"abcdefghi"    | /Name      | has 9 characters, but may have at most 8                     |
        "Name":"a b_c"        | /Name      | is 'a b_c', but may hold letters, digits and hyphens only    | such as a-b-c
        "Name":true           | /Name      |                                                              |
        "Name":["ab"]         | /Name      | is a list, but must be a text                                | write it without brackets: ab
        "Name":{"a":1}        | /Name      | is an object, but must be a text                             |
        "Name":null           | /Name      | is null, but must be a text                                  |
        "Url":"a.com/x"       | /Url       | is 'a.com/x', but must be a URL that begins with http:// or https:// | such as https://a.com/x
        "Host":"*.a.com"      | /Host      | is '*.a.com', but may hold letters, digits, dots, hyphens and underscores only | leave the asterisk out, or use a custom URL category
        "Digits":""           | /Digits    | must not be empty                                            |
        "Digits":"false"      | /Digits    | is 'false', but may hold digits only                         | if it was NO, off or another word that YAML reads as false, quote it, such as 'NO'
        "Odd":"y"             | /Odd       | is 'y', but must match the pattern ^x*$                      |
        "Mode":"Locl"         | /Mode      | is 'Locl', but must be Global or Local                       | did you mean Local?
        "Mode":"elsewhere"    | /Mode      | is 'elsewhere', but must be Global or Local                  |
        "Port":"abc"          | /Port      | is 'abc', but must be a whole number                         |
        "Port":1.5            | /Port      | is 1.5, but must be a whole number                           |
        "Port":0              | /Port      | is 0, but must be at least 1                                 |
        "Port":10             | /Port      | is 10, but must be at most 9                                 |
        "On":"perhaps"        | /On        | is 'perhaps', but must be true or false                      |
        "Words":"a"           | /Words     | is 'a', but must be a list                                   | write it as a list: [a]
        "Words":["a","b","c"] | /Words     | has 3 items, but may have at most 2                          |
        "Inner":"a"           | /Inner     | is 'a', but must be an object                                | its members are Key, Value
        "Inner":{}            | /Inner/Key | Key is missing                                               |
        "Inner":{"Kye":"a"}   | /Inner/Kye | there is no property Kye here                                | did you mean Key?
        "Inners":{"Key":"a"}  | /Inners    | is an object, but must be a list                             | write it as a list: [{Key: a}]
        "Inners":["a"]        | /Inners/0  | is 'a', but must be an object                                | its members are Key, Value
        "Naem":"abc"          | /Naem      | there is no property Naem here                               | did you mean Name?
        """)
    void aFindingIsToldInWords(String member, String path, String message, String remedy) {
        List<Problem> problems = check.problems(json("{" + member + "}"));
        if (message == null) {
            assertThat(problems).isEmpty();
            return;
        }
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.path()).isEqualTo(path);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.remedy()).isEqualTo(remedy);
    }

    @Test
    void anUnknownPropertyWithoutANearNameIsToldWhichThereAre() {
        assertThat(check.problems(json("{\"Inner\":{\"Key\":\"a\",\"Elephant\":[1]}}")))
                .containsExactly(new Problem(
                        "/Inner/Elephant",
                        "[1]",
                        "there is no property Elephant here",
                        "the properties here are Key, Value"));
    }

    @Test
    void everyMissingAndEveryUnknownMemberIsAProblemOfItsOwn() {
        assertThat(check.problems(json("{\"Inner\":{\"A/b\":1,\"Elephant\":2}}")))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("/Inner/A~1b", "/Inner/Elephant", "/Inner/Key");
    }
}
