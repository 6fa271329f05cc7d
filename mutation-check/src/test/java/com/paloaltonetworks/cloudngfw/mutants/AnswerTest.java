package com.paloaltonetworks.cloudngfw.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void itIsKnown() {
        assertThat(Answer.known()).isEqualTo(42);
    }

    @Test
    void itIsEven() {
        assertThat(Answer.known()).isEven();
    }
}
