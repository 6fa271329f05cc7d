package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack whose command was killed. */
class InterruptedStackTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal = new Terminal();
    private String template;

    @BeforeEach
    void aStack() {
        template = terminal.file("t.yaml", "Resources: {Net: {Type: 'AWS::EC2::VPC'}}");
        terminal.succeeds("deploy", template, "--stack-name", "s");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, the next deploy or delete goes on from here",
        "UPDATE_IN_PROGRESS, the next deploy or delete goes on from here",
        "ROLLBACK_IN_PROGRESS, the next delete goes on from here",
        "DELETE_IN_PROGRESS, the next delete goes on from here"
    })
    void itSaysSoWhileNobodyWorksOnIt(String status, String next) throws IOException {
        killedIn(status);
        try (StateDirectory working = StateDirectory.open(terminal.state(), () -> {})) {
            assertThat(working.isBusy()).isTrue();
            assertThat(reason(terminal.succeeds("describe", "s"))).isEqualTo("as it was");
        }
        String said = "The operation was interrupted; " + next;
        assertThat(reason(terminal.succeeds("describe", "s"))).isEqualTo(said);
        assertThat(reason(terminal.succeeds("list").at("/Stacks/0"))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"plan", "deploy"})
    void whatGoesOnFromThereSaysSo(String command) throws IOException {
        killedIn("UPDATE_IN_PROGRESS");
        assertThat(terminal.run(command, template, "--stack-name", "s")).isZero();
        assertThat(terminal.err())
                .contains("Note: Stack s was interrupted in UPDATE_IN_PROGRESS; this operation goes on from there");
    }

    private static String reason(JsonNode stack) {
        return stack.path("StackStatusReason").asText();
    }

    private void killedIn(String status) throws IOException {
        Path file = terminal.state().resolve("stacks/123456789012/us-east-1/s.json");
        ObjectNode stack = (ObjectNode) JSON.readTree(file.toFile());
        JSON.writeValue(file.toFile(), stack.put("status", status).put("statusReason", "as it was"));
    }
}
