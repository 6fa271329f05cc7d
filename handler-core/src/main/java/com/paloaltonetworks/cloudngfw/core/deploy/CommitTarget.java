package com.paloaltonetworks.cloudngfw.core.deploy;

import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import java.util.List;

/** What a resource wants a rulestack to hold, or no longer to hold. Every method may be called again at any time. */
public interface CommitTarget {

    RulestackApi rulestack();

    /** Of the latest commit. Where the rulestack is deleted for good there is none, and content tells whether that was wanted. */
    default CommitStatus commitStatus() {
        try {
            return rulestack().commitStatus();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return new CommitStatus(null, null, null, null);
            }
            throw failure;
        }
    }

    /**
     * Writes what the candidate lacks and nothing else; waits when there is more to do than the budget allows. It need not
     * clean up behind itself: when it throws after {@link DeployProgress#isWrote} was set, {@link Deployment} remembers the
     * failure, calls {@link #withdraw} in as many invocations as that takes, and only then fails with it.
     *
     * @throws com.paloaltonetworks.cloudngfw.core.Refusal when what is wanted cannot be
     * @throws NgfwException what the service refused, if it may not pass for good; what
     *     may is tried again, as often as the runner has patience. NOT_FOUND: the rulestack is gone, and all that was
     *     written with it
     */
    Outcome write();

    Standing standing();

    /** Looks at what others have uncommitted, as far as time allows, for a standing that had no time to. */
    default void lookAtOthers() {}

    /**
     * Puts this resource's own entries of the candidate back to what was in force before; no commit is running then. Places
     * that others hold are left to them.
     * Called again after a wait or a failure that may pass, until it is done.
     */
    Outcome withdraw();

    /**
     * What is otherwise than it was before, or soon will be, though everything is withdrawn that can be; a clause to end a
     * failure's message with.
     */
    default String leftInForce() {
        return "";
    }

    /** Whether a commit or validation message of the service speaks of an entry of this resource. */
    boolean isNamedIn(String message);

    /** Whether other resources write to the rulestack side by side, so that one commit should wait for all. */
    boolean hasSiblings();

    /** Whether one of these uncommitted siblings should rather start the commit; two who start at once may cost two. */
    default boolean yieldsTo(List<String> siblings) {
        return false;
    }
}
