package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.core.Messages;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** What the commit machine remembers between invocations; every member is a hint. */
@Data
@NoArgsConstructor
public final class DeployProgress {

    private static final int LONGEST_SIGHT = 200;
    private static final int LONGEST_AFTERMATH = 300;

    /** Whether this operation has changed the candidate. */
    private boolean wrote;

    /** Whether siblings were given the time to write. */
    private boolean settled;

    /** Whether a commit was seen running, or was started, since the last judgement: its failure is then fresh. */
    private boolean fresh;

    /** Whether no commit was running at some time after our last write, so that a later one has it. */
    private boolean idleSeen;

    /** Whether the candidate is to be written again, in an invocation of its own. */
    private boolean rewriting;

    /** Whether the next commit was left to a sibling once. */
    private boolean yielded;

    /** Commits started since one failed. */
    private int starts;

    /** Whether nobody else had anything uncommitted when the last of them was started. */
    private boolean startedAlone;

    private int rewrites;
    private int foreignSightings;

    /** Writes in a row that were refused for what may pass, a running commit apart. */
    private int conflicts;

    /** Fresh failures that did not name this resource. */
    private int othersFailures;

    /** Those in a row after which nobody else had anything uncommitted. */
    private int failuresAlone;

    /** Why the operation fails once its entries are withdrawn: a handler error code and a message. */
    private @Nullable String failureCode;

    private @Nullable String failureMessage;

    /** Whether a commit was seen under way while they had yet to be withdrawn, and did not fail. */
    private boolean overtaken;

    /** Whether it is to be seen if what is to be withdrawn, or was, has come into force. */
    private boolean maybeInForce;

    /** What could not be put back as it was, to end the failure's message with. */
    private @Nullable String aftermath;

    /** Whether time was running out, once. */
    private boolean gaveUp;

    /** Whether the entries are withdrawn, and it remains to be seen that no commit took them along before. */
    private boolean withdrawn;

    /**
     * Removals of rules that were uncommitted before we removed ours, which is unmarked, as a {@link NameFilter}; null when
     * ours is marked.
     */
    private @Nullable String earlierRemovals;

    /** Whether others' uncommitted entries are to be looked at in an invocation of its own, which has time for nothing else. */
    private boolean lookDue;

    /** What such a look has found so far. */
    private @Nullable Look look;

    /** The place in a list that another entry holds, and that this one waits for: the wanted one, or on the way back its former. */
    private @Nullable Integer awaitedPlace;

    /** Milliseconds of the epoch since when that place is seen taken; null together with it. */
    private @Nullable Long takenSince;

    /** The last thing worth telling a user who waits. */
    private @Nullable String lastSeen;

    /**
     * Time runs out: what was written goes, unless that is so already or it has just come into force. It happens once; what
     * came of it is not taken back.
     */
    public void giveUp(String message) {
        if (!wrote || gaveUp) {
            return;
        }
        gaveUp = true;
        if (failureCode == null) {
            failureCode = HandlerErrorCode.NotStabilized.name();
            failureMessage = message;
            maybeInForce = true;
        }
    }

    public void setAftermath(@Nullable String clauses) {
        aftermath = clauses == null ? null : Messages.cutForContext(clauses, LONGEST_AFTERMATH);
    }

    /** As much of it as a callback context should carry. */
    public void setLastSeen(@Nullable String message) {
        lastSeen = message == null ? null : Messages.cutForContext(message, LONGEST_SIGHT);
    }
}
