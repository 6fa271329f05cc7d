package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Run.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The run that measures the others is measured itself; that it passes is what the sweep asserts of every story. */
class YardstickTest {

    private static List<String> doubts(String story, Ending ending) {
        return new Yardstick(Run.of(story).stage()).doubts(ending);
    }

    @ParameterizedTest
    @CsvSource({
        "SecurityRule create, not its own, Rulestacks/shared/Candidate/Entry/Description",
        "SecurityRule create, not its own, Rulestacks/shared/Candidate/Rules/LocalRule/21/RuleEntry/RuleName",
        "SecurityRule swap, not what a create makes, Rulestacks/shared/Candidate/Rules/LocalRule/20/RuleEntry/Action",
        "SecurityRule delete, not as if it had never been, Rulestacks/shared/Candidate/Rules/LocalRule/20/Priority",
        "SecurityRule read, changed by looking, Rulestacks/shared/Candidate/Entry/Description"
    })
    void aRunThatLeavesAnythingElseIsNoMeasure(String story, String doubt, String path) {
        Ending undisturbed = Run.of(story).undisturbed();
        assertThat(doubts(story, undisturbed)).isEmpty();
        Ending other = undisturbed.withTenant(with(undisturbed.tenant(), path, "otherwise"));
        assertThat(doubts(story, other))
                .anySatisfy(each -> assertThat(each).startsWith(doubt).contains(path));
    }

    @Test
    void aRunThatSaysSuccessBeforeItIsInForceIsNoMeasure() {
        Run run = Run.of("SecurityRule create");
        Ending early = run.undisturbed().withAtEnd(run.before());
        assertThat(doubts("SecurityRule create", early))
                .anySatisfy(each -> assertThat(each).startsWith("not in force at its success"));
    }

    @Test
    void aCreateThatMakesNothingIsNoMeasure() {
        Run run = Run.of("SecurityRule create");
        Ending nothing = run.undisturbed().withAtEnd(run.before()).withTenant(run.before());
        assertThat(doubts("SecurityRule create", nothing)).containsExactly("nothing was created");
    }
}
