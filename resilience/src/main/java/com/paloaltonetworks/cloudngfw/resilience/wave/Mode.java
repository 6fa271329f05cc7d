package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How the service treats commits, as far as the vendor's documents leave it open. */
public record Mode(SecondCommit secondCommit, EditsDuringCommit edits, CommitSnapshot snapshot) {

    /** All twelve. */
    public static final List<Mode> ALL = Arrays.stream(SecondCommit.values())
            .flatMap(second -> Arrays.stream(EditsDuringCommit.values())
                    .flatMap(edits ->
                            Arrays.stream(CommitSnapshot.values()).map(snapshot -> new Mode(second, edits, snapshot))))
            .toList();

    public ApiSettings api() {
        return ApiSettings.standard()
                .withSecondCommit(secondCommit)
                .withEditsDuringCommit(edits)
                .withCommitSnapshot(snapshot);
    }

    /** Whether nothing tells the two apart, given what there is to judge by: the kinds of acts that met a pending commit. */
    boolean isLike(Mode other, Set<Act.Kind> duringCommits) {
        return snapshot == other.snapshot
                && (edits == other.edits || !duringCommits.contains(Act.Kind.WRITE))
                && (secondCommit == other.secondCommit || !duringCommits.contains(Act.Kind.START_COMMIT));
    }

    @Override
    public String toString() {
        return "second commit " + secondCommit + ", edits " + edits + ", snapshot at " + snapshot;
    }
}
