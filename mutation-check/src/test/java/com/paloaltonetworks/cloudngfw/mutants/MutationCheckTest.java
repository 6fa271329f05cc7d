package com.paloaltonetworks.cloudngfw.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.mutants.Mutant.Edit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check itself, with a product of one line. */
class MutationCheckTest {

    private static final Path MODULE = Path.of("");
    private static final String SOURCE = "src/test/java/com/paloaltonetworks/cloudngfw/mutants/Answer.java";

    @TempDir
    private Path scratch;

    @Test
    void aMutantThatATestNoticesIsKilledAndOneThatNoneDoesSurvives() throws Exception {
        MutationCheck check =
                new MutationCheck(MODULE, scratch, List.of(mutant("return 42;", "return 40;"), mutant("7", "8")));
        check.requireGreen();
        assertThat(check.survivors()).isEqualTo(1);
    }

    @Test
    void aMutantThatAnotherTestNoticesThanItsKillerSurvives() throws Exception {
        String tests = AnswerTest.class.getName();
        List<Edit> odd = List.of(new Edit(SOURCE, "return 42;", "return 40;"));
        MutationCheck check = new MutationCheck(
                MODULE,
                scratch,
                List.of(
                        new Mutant("known", odd, List.of(tests + "#itIsKnown")),
                        new Mutant("even", odd, List.of(tests + "#itIsKnown", tests + "#itIsEven"))));
        assertThat(check.survivors()).isEqualTo(1);
    }

    @Test
    void theFailuresOfAVersionAreTheTestsThatFail() throws Exception {
        Mutant mutant = mutant("return 42;", "return 40;");
        assertThat(new MutationCheck(MODULE, scratch, List.of()).failuresOf(mutant))
                .containsExactly(AnswerTest.class.getName() + "#itIsKnown");
    }

    @Test
    void aMutantThatDoesNotCompileIsNoneThatATestKilled() {
        Mutant mutant = mutant("return 42;", "return \"42\";");
        assertThatThrownBy(() -> new MutationCheck(MODULE, scratch, List.of()).failuresOf(mutant))
                .hasMessageContainingAll("does not compile", "Answer.java");
    }

    private static Mutant mutant(String found, String instead) {
        return new Mutant(
                found + " becomes " + instead,
                List.of(new Edit(SOURCE, found, instead)),
                List.of(AnswerTest.class.getName()));
    }
}
