package com.paloaltonetworks.cloudngfw.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One value of a wrong type must not keep the type's own checks from seeing the rest. */
class WellShapedTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "Texts": {"type": "array", "items": {"type": "string"}},
              "Numbers": {"type": "array", "items": {"type": "integer"}},
              "Switches": {"type": "array", "items": {"type": "boolean"}},
              "Objects": {"type": "array", "items": {"type": "object", "properties": {"Name": {"type": "string"}},
                "additionalProperties": false}},
              "Name": {"type": "string"}}}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> seen = new ArrayList<>();

    @Test
    void valuesOfWrongTypesLeaveAnEmptyOneInListsAndNothingElsewhere() throws IOException {
        check("""
              {"Texts": [{}, "b"], "Numbers": ["x", 2], "Switches": ["maybe", true], "Objects": [3, {"Name": "n"}],
               "Name": ["n"], "Unknown": 1}""");

        assertThat(seen).containsExactly("""
                        {"Texts":["","b"],"Numbers":[0,2],"Switches":[false,true],"Objects":[{},{"Name":"n"}]}""");
    }

    @Test
    void aModelOfTheRightTypesIsLeftAsItIs() throws IOException {
        check("{\"Name\": \"n\", \"Texts\": [\"a\"]}");

        assertThat(seen).containsExactly("{\"Name\":\"n\",\"Texts\":[\"a\"]}");
    }

    private List<Problem> check(String model) throws IOException {
        ModelCheck check = new ModelCheck(json.readTree(SCHEMA), Vocabulary.NONE, shaped -> {
            seen.add(shaped.toString());
            return List.of();
        });
        return check.problems(json.readTree(model));
    }
}
