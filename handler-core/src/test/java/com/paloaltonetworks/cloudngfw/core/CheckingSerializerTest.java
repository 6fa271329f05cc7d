package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.ModelCheck;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.resource.exceptions.ValidationException;

/** What the runtime asks of a serializer and a validator, answered with the whole list of problems. */
class CheckingSerializerTest {

    private static final JsonNode SCHEMA = json("""
            {"typeName":"My::Own::Type","additionalProperties":false,"required":["Name"],
             "properties":{"Name":{"type":"string"},"On":{"type":"boolean"},"Port":{"type":"integer","minimum":1}}}""");

    private final ModelCheck check = new ModelCheck(SCHEMA, Vocabulary.NONE, model -> List.of());

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
    void valuesAndThenRemediesGiveWayToFurtherProblems() {
        List<Problem> problems = List.of(
                Problem.at("/A", "a long value", "is wrong").mend("write it in another way"),
                Problem.at("/B", null, "is missing"));
        assertThat(Messages.of(problems, 100))
                .isEqualTo("2 problems:\n/A: is wrong (found: a long value) - write it in another way\n/B: is missing");
        assertThat(Messages.of(problems, 70))
                .isEqualTo("2 problems:\n/A: is wrong - write it in another way\n/B: is missing");
        assertThat(Messages.of(problems, 45)).isEqualTo("2 problems:\n/A: is wrong\n/B: is missing");
        assertThat(Messages.of(problems, 35)).isEqualTo("2 problems:\n/A: is wrong\nand 1 more");
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
}
