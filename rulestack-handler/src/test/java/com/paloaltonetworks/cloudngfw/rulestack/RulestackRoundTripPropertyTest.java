package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any model, written to the service and read back. */
class RulestackRoundTripPropertyTest {

    private static final List<String> READ_ONLY = List.of("RuleStackState", "RuleStackCandidate", "RuleStackRunning");

    @Property
    void whatIsReadIsWhatWasWrittenAndWritingItAgainChangesNothing(
            @ForAll("models") ObjectNode model, @ForAll long seed) {
        try (Trial trial = new Trial(World.standard(), seed)) {
            trial.create(model);
            ObjectNode read = trial.cloudFormation().read(model).model();
            assertThat(Trial.notShown(model, read)).isEmpty();
            assertThat(trial.undisturbed().update(model, read.deepCopy().without(READ_ONLY)))
                    .isEqualTo(read);
            assertThat(trial.cloudFormation().service().requests().writes()).isEmpty();
        }
    }

    @Provide
    Arbitrary<ObjectNode> models() {
        return RandomRulestacks.models().map(Trial::readable);
    }
}
