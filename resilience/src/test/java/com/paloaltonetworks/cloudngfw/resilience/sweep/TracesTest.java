package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Run.with;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.CONVERGED;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.FAILED_CLEANLY;
import static com.paloaltonetworks.cloudngfw.resilience.sweep.Verdict.Kind.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import org.junit.jupiter.api.Test;

/** Of what somebody else does only the very values are excused, and only where they may stay. */
class TracesTest {

    private static final String LIST = "Candidate/PrefixLists/foreign-list/";

    private static Verdict.Kind kind(Run run, Fault fault, Point point, Ending ending) {
        return run.verdict(fault, point, ending).kind();
    }

    private static Ending changed(Ending ending, String path, String value) {
        return ending.withTenant(with(ending.tenant(), path, value)).withAtEnd(with(ending.atEnd(), path, value));
    }

    @Test
    void anEditOfOurFirewallExcusesItsValueAndNothingElseOfTheFirewall() {
        Run run = Run.of("NGFW update");
        Point point = run.lastCall();
        Ending ending = run.disturbed(Fault.OWN_EDIT, point);
        assertThat(ending.tenant().values()).containsEntry("Firewalls/wall/Description", ThirdParty.EDITED);
        assertThat(kind(run, Fault.OWN_EDIT, point, ending)).isEqualTo(CONVERGED);
        assertThat(kind(run, Fault.OWN_EDIT, point, changed(ending, "Firewalls/wall/Description", "edited by us")))
                .isEqualTo(WRONG);
        assertThat(kind(run, Fault.OWN_EDIT, point, changed(ending, "Firewalls/wall/RuleStackName", "blue")))
                .isEqualTo(WRONG);
    }

    @Test
    void anEditedFirewallThatStillStandsIsNotDeleted() {
        Run run = Run.of("NGFW delete");
        Point point = run.call("/ngfirewalls/wall");
        Ending ending = run.disturbed(Fault.OWN_EDIT, point);
        assertThat(kind(run, Fault.OWN_EDIT, point, ending)).isEqualTo(CONVERGED);
        Snapshot standing = with(run.before(), "Firewalls/wall/Description", ThirdParty.EDITED);
        assertThat(kind(run, Fault.OWN_EDIT, point, ending.withTenant(standing).withAtEnd(standing)))
                .isEqualTo(WRONG);
    }

    @Test
    void anEditOfOurEntryIsNeverInForce() {
        Run run = Run.of("RuleStack update");
        Point point = run.lastCall();
        Ending ending = run.disturbed(Fault.OWN_EDIT, point);
        String running = "Rulestacks/edge/Running/PrefixLists/office/Description";
        assertThat(kind(run, Fault.OWN_EDIT, point, ending)).isEqualTo(CONVERGED);
        assertThat(ending.tenant().values()).doesNotContainEntry(running, ThirdParty.EDITED);
        assertThat(kind(run, Fault.OWN_EDIT, point, changed(ending, running, ThirdParty.EDITED)))
                .isEqualTo(WRONG);
    }

    @Test
    void aRuleThatCommitsWhatAStrangerDraftedBeforeItLookedIsWrong() {
        Run run = Run.of("SecurityRule update");
        Point early = run.call("/rulestacks/shared");
        Ending committed = silentlyCommitted(run, run.disturbed(Fault.FOREIGN_EDIT, early));
        assertThat(kind(run, Fault.FOREIGN_EDIT, early, committed)).isEqualTo(WRONG);
        Point late = run.lastCall();
        Ending ending = run.disturbed(Fault.FOREIGN_EDIT, late);
        assertThat(kind(run, Fault.FOREIGN_EDIT, late, ending)).isEqualTo(CONVERGED);
        assertThat(kind(run, Fault.FOREIGN_EDIT, late, silentlyCommitted(run, ending)))
                .isEqualTo(CONVERGED);
    }

    @Test
    void aRuleThatRefusesAStrangersDraftFailsCleanly() {
        Run run = Run.of("SecurityRule update");
        Point point = run.call("/rulestacks/shared");
        assertThat(kind(run, Fault.FOREIGN_EDIT, point, run.disturbed(Fault.FOREIGN_EDIT, point)))
                .isEqualTo(FAILED_CLEANLY);
    }

    /** As if the rule had come into force, and the edit with it. */
    private static Ending silentlyCommitted(Run run, Ending edited) {
        Snapshot both = with(
                with(run.undisturbed().tenant(), "Rulestacks/shared/" + LIST + "Description", ThirdParty.EDITED),
                "Rulestacks/shared/Running/PrefixLists/foreign-list/Description",
                ThirdParty.EDITED);
        return run.converged().withEvidence(edited.evidence()).withAtEnd(both).withTenant(both);
    }

    @Test
    void aStrangersEditStays() {
        Run run = Run.of("RuleStack update");
        Point point = run.call("/rulestacks/edge");
        Ending ending = run.disturbed(Fault.FOREIGN_EDIT, point);
        assertThat(kind(run, Fault.FOREIGN_EDIT, point, ending)).isEqualTo(CONVERGED);
        String edited = "Rulestacks/edge/" + LIST + "Description";
        assertThat(run.verdict(Fault.FOREIGN_EDIT, point, changed(ending, edited, "theirs"))
                        .reason())
                .contains("somebody's edit is gone: " + edited);
        assertThat(kind(run, Fault.FOREIGN_EDIT, point, changed(ending, "Rulestacks/edge/" + LIST + "Tag", "x")))
                .isEqualTo(WRONG);
    }

    @Test
    void ofWhatSomebodyRemovedNothingComesBackAndNothingElseGoes() {
        Run run = Run.of("RuleStack update");
        Point point = run.lastCall();
        Ending ending = run.disturbed(Fault.REMOVED, point);
        assertThat(kind(run, Fault.REMOVED, point, ending)).isEqualTo(FAILED_CLEANLY);
        assertThat(kind(
                        run,
                        Fault.REMOVED,
                        point,
                        changed(ending, "Rulestacks/edge/Candidate/Entry/Description", "one")))
                .isEqualTo(WRONG);
        assertThat(kind(run, Fault.REMOVED, point, changed(ending, "Rulestacks/theirs/Scope", null)))
                .isEqualTo(WRONG);
    }

    @Test
    void whoChangedWhatIsGoneCannotSayThatItIsDone() {
        Run run = Run.of("RuleStack update");
        Point point = run.lastCall();
        Ending removed = run.disturbed(Fault.REMOVED, point);
        assertThat(kind(
                        run,
                        Fault.REMOVED,
                        point,
                        removed.withEnds(run.undisturbed().ends())))
                .isEqualTo(WRONG);
    }

    @Test
    void aListLacksOnlyWhatWasRemoved() {
        Run run = Run.of("RuleStack list");
        Point point = run.lastCall();
        Ending ending = run.disturbed(Fault.REMOVED, point);
        assertThat(kind(run, Fault.REMOVED, point, ending)).isEqualTo(CONVERGED);
        assertThat(run.verdict(Fault.RESET, point, run.converged().withEnds(ending.ends()))
                        .reason())
                .contains("listed ");
    }

    @Test
    void aCommitOfSomebodyMayStillBePushedAtTheMomentOfSuccessButNotLater() {
        Run run = Run.of("NGFW update");
        Point point = run.lastCall();
        String pushed = "Firewalls/wall/Status/RuleStackStatus";
        Ending ending = run.converged().withAtEnd(with(run.undisturbed().atEnd(), pushed, "Precommit"));
        assertThat(kind(run, Fault.COMMIT, point, ending)).isEqualTo(CONVERGED);
        assertThat(kind(run, Fault.RESET, point, ending)).isEqualTo(WRONG);
        assertThat(kind(run, Fault.COMMIT, point, changed(ending, pushed, "Precommit")))
                .isEqualTo(WRONG);
    }
}
