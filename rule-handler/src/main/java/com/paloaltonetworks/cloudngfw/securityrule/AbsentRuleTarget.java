package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import java.util.List;

/** A rule that shall be gone, wherever it stands. */
final class AbsentRuleTarget implements CommitTarget {

    private final Operation<ResourceModel> op;
    private final RuleAddress address;
    private final Tag mark;
    private final Placement placement;

    AbsentRuleTarget(Operation<ResourceModel> op) {
        this.op = op;
        this.address = RuleAddress.of(op);
        this.mark = StackMark.of(op.systemTags());
        this.placement = new Placement(address, op.progress().getDeploy());
    }

    @Override
    public RulestackApi rulestack() {
        return address.rulestack();
    }

    @Override
    public boolean hasSiblings() {
        return true;
    }

    @Override
    public boolean yieldsTo(List<String> siblings) {
        return Drafts.anyBefore(address, siblings);
    }

    @Override
    public boolean isNamedIn(String message) {
        return address.isNamedIn(message);
    }

    @Override
    public Outcome write() {
        return EditWindow.edit(op, () -> {
            placement.remove();
            return Outcome.done();
        });
    }

    @Override
    public Standing standing() {
        Whereabouts found = address.find();
        boolean inCandidate = found.candidate().isEmpty();
        boolean inRunning = found.running().isEmpty();
        Drafts drafts = inCandidate && !inRunning ? Drafts.beside(address, mark, op.platform()) : Drafts.NONE;
        String difference = "rule " + address.name() + " is still there";
        return new Standing(inCandidate, inRunning, difference, drafts.siblings(), drafts.foreign());
    }

    /** The rule is in force still: a candidate without it would take it out of force with anybody's next commit. */
    @Override
    public Outcome withdraw() {
        return EditWindow.edit(op, () -> {
            placement.putRunning();
            return Outcome.done();
        });
    }
}
