package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge sees what is lost, left behind or touched. */
class JudgeTest {

    private static final Story STORY = Stories.all().stream()
            .filter(story -> story.name().equals("SecurityRule update"))
            .findFirst()
            .orElseThrow();
    private static final Stage STAGE = Stage.of(STORY);
    private static final Ending UNDISTURBED = Trial.of(STAGE, null);

    /** What a run may have done wrong. */
    @SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
    enum Wrong {
        DRAFT_LEFT_BEHIND(console -> console.putRule(
                REGION, "shared", "LocalRule", 77, Acts.json("{\"RuleName\":\"orphan\",\"Action\":\"Allow\"}"))),
        RULE_LOST(console -> console.deleteRule(REGION, "shared", "LocalRule", 20)),
        FOREIGN_ENTRY_TOUCHED(console -> console.putObject(
                REGION, "theirs", "prefixlists", "foreign-list", Acts.json("{\"PrefixList\":[\"10.0.0.0/8\"]}"))),
        FOREIGN_RULESTACK_LOST(console -> console.deleteRulestack(REGION, "theirs")),
        TAG_LEFT_BEHIND(console -> console.tagRulestack(REGION, "theirs", Map.of("left", "over")));

        private final Consumer<Console> doing;

        Wrong(Consumer<Console> doing) {
            this.doing = doing;
        }
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void whatDiffersFromTheExpectedStateIsWrongAndNamed(Wrong wrong) {
        Snapshot tenant = afterwards(wrong.doing);
        Ending ending = UNDISTURBED
                .withTenant(tenant)
                .withEvidence(UNDISTURBED.evidence().withMet(true));
        Verdict verdict = new Judge(STORY, STAGE.snapshot(), UNDISTURBED)
                .judge(
                        new Disturbance(
                                Fault.RESET, UNDISTURBED.watch().getPoints().get(0)),
                        ending);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.WRONG);
        assertThat(verdict.reason())
                .contains(UNDISTURBED.tenant().differencesTo(tenant).get(0).path());
    }

    /** The state after a run in which nothing went wrong, and then this did. */
    private static Snapshot afterwards(Consumer<Console> doing) {
        Simulator service = Simulator.start(Stage.WORLD, STAGE::now, STAGE.state());
        doing.accept(service.console());
        Snapshot changed = Snapshot.of(service.tenant());
        SortedMap<String, String> values = new TreeMap<>(UNDISTURBED.tenant().values());
        STAGE.snapshot().differencesTo(changed).forEach(difference -> {
            if (difference.actual() == null) {
                values.remove(difference.path());
            } else {
                values.put(difference.path(), difference.actual());
            }
        });
        return new Snapshot(values);
    }
}
