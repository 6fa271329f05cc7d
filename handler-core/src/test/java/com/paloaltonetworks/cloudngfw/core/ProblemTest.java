package com.paloaltonetworks.cloudngfw.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aLineTellsPlaceReasonValueAndRemedy() {
        assertThat(Problem.at("/Priority", 0, "must be at least 1")
                        .mend("choose another")
                        .line())
                .isEqualTo("/Priority: must be at least 1 (found: 0) - choose another");
    }

    @Test
    void aValueThatTheMessageTellsIsNotToldTwice() {
        assertThat(Problem.at("/Name", "x", "is 'x'").line()).isEqualTo("/Name: is 'x'");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(Problem.at("", null, "the model is empty").mend("").line()).isEqualTo("the model is empty");
        assertThat(Problem.at("/Name", "", "is empty").mend(null).line()).isEqualTo("/Name: is empty");
    }
}
