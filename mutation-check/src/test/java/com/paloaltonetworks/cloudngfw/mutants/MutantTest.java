package com.paloaltonetworks.cloudngfw.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.mutants.Mutant.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MutantTest {

    @Test
    void anEditReplacesItsPlaceAndNothingElse() {
        assertThat(new Edit("A.java", "b", "new").applyTo("a b c")).isEqualTo("a new c");
    }

    @Test
    void anEditWhosePlaceIsGoneDoesNotApply() {
        assertThatThrownBy(() -> new Edit("A.java", "x", "").applyTo("a b c"))
                .hasMessageContainingAll("no longer applies", "A.java holds no place");
    }

    @Test
    void anEditWithTwoPlacesDoesNotApply() {
        assertThatThrownBy(() -> new Edit("A.java", "a", "").applyTo("a b a"))
                .hasMessageContaining("more than one place");
    }

    @ParameterizedTest
    @FieldSource("com.paloaltonetworks.cloudngfw.mutants.NamedMutants#ALL")
    void everyNamedMutantApplies(Mutant mutant) throws IOException {
        assertThat(mutant.killers()).isNotEmpty();
        for (Edit edit : mutant.edits()) {
            String source = Files.readString(Path.of("..", edit.file()));
            assertThat(edit.applyTo(source)).isNotEqualTo(source);
        }
    }
}
