package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.core.Operation;

/** Uncommitted changes of others, which a commit for one resource of many would carry without anybody having asked. */
final class ForeignDrafts {

    /** How often they are looked at before we refuse to commit them. */
    private static final int MOST_SIGHTINGS = 4;

    /** About ten minutes. */
    private static final int MOST_SIGHTINGS_OF_A_NEW_RULESTACK = 40;

    private final Operation<?> op;
    private final CommitTarget target;

    ForeignDrafts(Operation<?> op, CommitTarget target) {
        this.op = op;
        this.target = target;
    }

    boolean forbid(Standing standing) {
        return target.hasSiblings()
                && !standing.foreign().isEmpty()
                && !op.configuration().mayCommitForeignChanges();
    }

    /** Counts a sighting; false when there were enough. */
    boolean areWaitedFor() {
        DeployProgress progress = op.progress().getDeploy();
        progress.setForeignSightings(progress.getForeignSightings() + 1);
        return progress.getForeignSightings() < patience();
    }

    /** A rulestack that was never committed is perhaps still being made, which may take its owner many invocations. */
    private int patience() {
        return target.rulestack().read().ruleStackRunning() == null
                ? MOST_SIGHTINGS_OF_A_NEW_RULESTACK
                : MOST_SIGHTINGS;
    }

    String refusal(Standing standing) {
        return "Rulestack " + target.rulestack().name() + " holds uncommitted changes that this stack did not make: "
                + String.join(", ", standing.foreign())
                + ". Commit or revert them first, or set CommitForeignChanges in the type configuration";
    }
}
