package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger's draft may go along only with a commit whose handler had looked before it. */
class LooksTest {

    /** @param course l and c: we look and commit; L and C: the other handler does; e: somebody edits */
    @ParameterizedTest
    @CsvSource({
        "lec, true", // after the look
        "lce, true", // while the commit goes on
        "lelc, false", // looked again
        "elc, false",
        "leLc, true", // it was the other who looked again
        "leLC, false",
        "lLeC, true",
        "le, false", // nobody commits
        "leCc, false", // who never looked has no excuse
        "Lelc, false"
    })
    void anEditCameTooLateForWhoeverCommitsWithoutAnotherLook(String course, boolean tooLate) {
        Looks looks = new Looks();
        course.chars().forEach(step -> {
            switch (step) {
                case 'e' -> looks.edited();
                case 'l', 'L' -> looks.called(step == 'l', "GET /v1/config/rulestacks/shared/prefixlists");
                default -> looks.called(step == 'c', "POST /v1/config/rulestacks/shared/commit");
            }
        });
        assertThat(looks.cameTooLate()).isEqualTo(tooLate);
    }
}
