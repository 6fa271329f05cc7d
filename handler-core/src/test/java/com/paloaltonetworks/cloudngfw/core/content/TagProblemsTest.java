package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagProblemsTest {

    @Test
    void reservedAndRepeatedKeysAreToldAtTheirPlaces() {
        assertThat(TagProblems.of("/Tags", Arrays.asList("a", null, "a", "AWS:b")))
                .extracting(Problem::path, Problem::remedy)
                .containsExactly(
                        tuple("/Tags/2/Key", "keep one of the two"),
                        tuple("/Tags/3/Key", "begin the key with something else"));
    }

    @Test
    void moreTagsThanTheServiceTakesAreOneProblem() {
        List<String> none = Collections.nCopies(51, null);

        assertThat(TagProblems.of("/Tags", none))
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("leave out 1");
        assertThat(TagProblems.of("/Tags", none, 200)).isEmpty();
    }
}
