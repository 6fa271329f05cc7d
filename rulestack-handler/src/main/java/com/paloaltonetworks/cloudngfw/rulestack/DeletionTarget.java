package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.core.HandlerErrors;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import com.paloaltonetworks.cloudngfw.core.deploy.Words;
import java.util.List;
import java.util.Optional;

/**
 * A rulestack that shall be gone. One that was committed is only marked by the deletion; the commit makes it real.
 */
final class DeletionTarget implements CommitTarget {

    private final Operation<?> op;
    private final RulestackApi rulestack;

    DeletionTarget(Operation<?> op, RulestackApi rulestack) {
        this.op = op;
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
        if (rulestack.find().filter(head -> head.ruleStackCandidate() != null).isPresent()) {
            mark();
        }
        return Outcome.done();
    }

    private void mark() {
        DeployProgress progress = op.progress().getDeploy();
        try {
            rulestack.delete();
            progress.setWrote(true);
        } catch (NgfwException failure) {
            boolean marked = failure.getKind() == Kind.NOT_FOUND; // by an attempt whose answer was lost
            progress.setWrote(progress.isWrote() || marked || HandlerErrors.isTransient(failure.getKind()));
            if (!marked) {
                throw failure;
            }
        }
    }

    @Override
    public Standing standing() {
        Optional<Rulestack> head = rulestack.find();
        boolean marked = head.map(Rulestack::ruleStackCandidate).isEmpty();
        String difference = "rulestack " + rulestack.name() + " is still there";
        return new Standing(marked, head.isEmpty(), difference, List.of(), List.of());
    }

    /** A mark for deletion cannot be taken back without reverting the work of others. */
    @Override
    public Outcome withdraw() {
        return Outcome.done();
    }

    @Override
    public String leftInForce() {
        boolean marked = rulestack
                .find()
                .filter(head -> head.ruleStackCandidate() == null)
                .isPresent();
        return marked ? "; it stays marked for deletion, which the next commit carries out" : "";
    }
}
