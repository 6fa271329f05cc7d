package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption.LostAnswer;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption.Twice;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.rulestack.RandomRulestacks.Change;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From any rulestack to any other: what is in force in the end, and what it took. */
class ConvergencePropertyTest {

    /** The first calls of an invocation read; a small rulestack is written within the next fifty. */
    private static final int CALLS = 60;

    @Property
    void anUpdateWritesTheDifferenceAndLeavesOthersAlone(
            @ForAll("changes") Change change, @ForAll("strangers") Strangers strangers, @ForAll long seed) {
        try (Trial trial = new Trial(World.standard(), seed)) {
            String scope = change.before().at("/RuleStack/Scope").asText();
            trial.create(change.before());
            strangers.work(trial.cloudFormation().service().console(), scope);
            Set<String> theirs = strangers.entries(scope);
            HeldContent wanted = trial.wanted(change.after());
            HeldContent before = trial.held("Candidate");
            int difference = before.without(theirs)
                    .askedBy(change.after())
                    .difference(wanted)
                    .size();

            ObjectNode read = trial.undisturbed().update(change.before(), change.after());

            HeldContent after = trial.held("Candidate");
            assertThat(after.without(theirs).askedBy(change.after())).isEqualTo(wanted);
            assertThat(after.difference(before).stream().filter(theirs::contains))
                    .isEmpty();
            assertThat(Trial.notShown(strangers.besides(change.after()), read)).isEmpty();
            int circles = Trial.circles(change.before(), change.after());
            assertThat(trial.writes()).hasSizeLessThanOrEqualTo(difference + 2 * circles);
            assertThat(trial.commits()).isEqualTo(difference == 0 ? 0 : 1);
            if (difference > 0 || strangers.committed()) {
                assertThat(trial.held("Running")).isEqualTo(after);
            }
            assertThat(trial.tagWrites()).hasSizeLessThanOrEqualTo(2);
            assertThat(trial.rulestack("edge").path("Tags").findValuesAsText("Key"))
                    .contains("theirs");
            trial.undisturbed().update(change.after(), change.after());
            assertThat(trial.cloudFormation().service().requests().writes()).isEmpty();
        }
    }

    @Property
    void anInterruptedUpdateEndsTheSame(
            @ForAll("changes") Change change,
            @ForAll("interruptions") List<Interruption> interruptions,
            @ForAll long seed) {
        try (Trial trial = new Trial(World.standard(), seed)) {
            trial.create(change.before());
            HeldContent wanted = trial.wanted(change.after());
            int difference = trial.held("Candidate")
                    .askedBy(change.after())
                    .difference(wanted)
                    .size();

            ObjectNode read = trial.interrupted(interruptions).update(change.before(), change.after());

            assertThat(trial.held("Candidate").askedBy(change.after())).isEqualTo(wanted);
            assertThat(trial.held("Running").askedBy(change.after())).isEqualTo(wanted);
            assertThat(Trial.notShown(change.after(), read)).isEmpty();
            int once = difference + 2 * Trial.circles(change.before(), change.after());
            assertThat(trial.writes())
                    .as(trial.interruptionsMet().toString())
                    .hasSizeLessThanOrEqualTo(mostWrites(once, trial.interruptionsMet()));
            assertThat(trial.commits())
                    .isLessThanOrEqualTo(1 + trial.interruptionsMet().size());
        }
    }

    /**
     * A death costs nothing. A lost answer is asked for once more. Of two invocations at once each may write all of it, and a
     * rule that the other was quicker to make is refused to it twice: under its own name and under a stand-in.
     */
    private static int mostWrites(int once, List<Interruption> met) {
        int most = once;
        for (Interruption each : met) {
            most += each instanceof LostAnswer ? 1 : each instanceof Twice twice && twice.atOnce() ? 2 * once : 0;
        }
        return most;
    }

    @Property
    void anInterruptedCreateEndsTheSameAsLongAsTheContextIsKept(
            @ForAll("models") ObjectNode model,
            @ForAll("contextKept") List<Interruption> interruptions,
            @ForAll long seed) {
        try (Trial trial = new Trial(World.standard(), seed)) {
            HeldContent wanted = trial.wanted(model);
            ObjectNode read = trial.interrupted(interruptions).create(model);
            assertThat(trial.held("Candidate").askedBy(model)).isEqualTo(wanted);
            assertThat(trial.held("Running").askedBy(model)).isEqualTo(wanted);
            assertThat(Trial.notShown(model, read)).isEmpty();
        }
    }

    /** Whose it is that exists cannot be told once the context is lost (design, "handlers keep nothing"). */
    @Property
    void aCreateThatLostItsContextSucceedsOrSaysThatTheRulestackExists(
            @ForAll("models") ObjectNode model,
            @ForAll("interruptions") List<Interruption> interruptions,
            @ForAll long seed) {
        try (Trial trial = new Trial(World.standard(), seed)) {
            HeldContent wanted = trial.wanted(model);
            trial.interrupted(interruptions);
            Result created = trial.cloudFormation().create(model);
            if (created.succeeded()) {
                assertThat(trial.held("Running").askedBy(model)).isEqualTo(wanted);
            } else {
                assertThat(created.errorCode()).as(created.message()).isEqualTo("AlreadyExists");
                assertThat(created.model()).isNull();
            }
        }
    }

    @Provide
    Arbitrary<Change> changes() {
        return Arbitraries.oneOf(RandomRulestacks.rewritten(), RandomRulestacks.edited(), RandomRulestacks.turned());
    }

    @Provide
    Arbitrary<ObjectNode> models() {
        return RandomRulestacks.models();
    }

    @Provide
    Arbitrary<Strangers> strangers() {
        return Strangers.any();
    }

    @Provide
    Arbitrary<List<Interruption>> interruptions() {
        return Interruption.any(CALLS).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Interruption>> contextKept() {
        return Interruption.withContext(CALLS).list().ofMinSize(1).ofMaxSize(6);
    }
}
