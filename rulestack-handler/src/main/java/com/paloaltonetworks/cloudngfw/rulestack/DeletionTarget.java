package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import com.paloaltonetworks.cloudngfw.core.deploy.Words;
import java.util.List;
import java.util.Optional;

/**
 * A rulestack that shall be gone. One that was committed is only marked by the deletion; the commit makes it real.
 */
final class DeletionTarget implements CommitTarget {

    private final RulestackApi rulestack;

    DeletionTarget(RulestackApi rulestack) {
        this.rulestack = rulestack;
    }

    @Override
    public RulestackApi rulestack() {
        return rulestack;
    }

    @Override
    public boolean hasSiblings() {
        return false;
    }

    @Override
    public boolean isNamedIn(String message) {
        return Words.contains(message, rulestack.name());
    }

    @Override
    public Outcome write() {
        if (found().filter(head -> head.ruleStackCandidate() != null).isPresent()) {
            try {
                rulestack.delete();
            } catch (
                    NgfwException
                            failure) { // marked already, by an attempt whose answer was lost: the commit is still due
                if (failure.getKind() != Kind.NOT_FOUND) {
                    throw failure;
                }
            }
        }
        return Outcome.done();
    }

    @Override
    public Standing standing() {
        Optional<Rulestack> head = found();
        boolean marked = head.map(Rulestack::ruleStackCandidate).isEmpty();
        String difference = "rulestack " + rulestack.name() + " is still there";
        return new Standing(marked, head.isEmpty(), difference, List.of(), List.of());
    }

    /** A mark for deletion cannot be taken back without reverting the work of others; the failure says that it is there. */
    @Override
    public Outcome withdraw() {
        return Outcome.done();
    }

    private Optional<Rulestack> found() {
        try {
            return Optional.of(rulestack.read());
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
