package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitStatusTest {

    @ParameterizedTest(name = "\"{0}\": pending {1}, succeeded {2}, failed {3}")
    @CsvSource({
        "Pending, true, false, false",
        "pending, true, false, false",
        "Validating, true, false, false",
        "Success, false, true, false",
        "SUCCESS, false, true, false",
        "failed, false, false, true",
        "'', false, false, false",
        ", false, false, false",
    })
    void aStatusIsOneThing(String status, boolean pending, boolean succeeded, boolean failed) {
        CommitStatus read = new CommitStatus(status, null, null, null);
        assertThat(read.pending()).isEqualTo(pending);
        assertThat(read.succeeded()).isEqualTo(succeeded);
        assertThat(read.failed()).isEqualTo(failed);
    }

    @Test
    void nothingIsNull() {
        CommitStatus read = Json.convert(Json.mapper().createObjectNode(), CommitStatus.class);
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read.commitMessages()).isEmpty();
    }

    @Test
    void itsMessagesHoldNoToken() {
        List<String> said = List.of("rule web is odd, TokenId: eyJhbGciOiJI.eyJDYW5hcnki.c2ln", "rule dns is odd");
        CommitStatus read = new CommitStatus("Failed", said, "Failed", said);
        assertThat(read.commitMessages()).containsExactly("rule web is odd, TokenId: ****", "rule dns is odd");
        assertThat(read.validateMessages()).isEqualTo(read.commitMessages());
    }

    @Test
    void howeverMuchTheServiceSaysItIsBounded() {
        List<String> said = Collections.nCopies(1000, "rule web is odd; ".repeat(10_000));
        CommitStatus read = new CommitStatus("Failed", said, "Failed", said);
        assertThat(read.commitMessages()).hasSize(100).allMatch(message -> message.length() < 2010);
        assertThat(read.validateMessages()).isEqualTo(read.commitMessages());
    }
}
