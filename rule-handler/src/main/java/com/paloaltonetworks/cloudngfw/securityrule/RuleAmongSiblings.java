package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import java.util.List;

/** One rule, to be there or to be gone, beside others of its stack that share its commits. */
abstract class RuleAmongSiblings implements CommitTarget {

    final Operation<ResourceModel> op;
    final RuleAddress address;
    final Tag mark;
    final Placement placement;

    RuleAmongSiblings(Operation<ResourceModel> op) {
        this.op = op;
        this.address = RuleAddress.of(op);
        this.mark = StackMark.of(op.systemTags());
        this.placement = new Placement(address, op);
    }

    @Override
    public final RulestackApi rulestack() {
        return address.rulestack();
    }

    @Override
    public final boolean hasSiblings() {
        return true;
    }

    @Override
    public final boolean yieldsTo(List<String> siblings) {
        return Drafts.anyBefore(address, siblings);
    }

    @Override
    public final void lookAtOthers() {
        Drafts.look(address, mark, op);
    }

    /** Another's commit may have taken it along while it waited beside its place, and others may hold the place now. */
    @Override
    public final String leftInForce() {
        Whereabouts found = address.find();
        List<Integer> inForce = priorities(found.running());
        List<Integer> left = priorities(found.candidate());
        if (inForce.isEmpty() || inForce.equals(left)) {
            return "";
        }
        String change = left.isEmpty() ? "takes it away" : "leaves it at " + left;
        return "; it is in force at priority " + inForce + " until the next commit " + change;
    }

    static List<Integer> priorities(List<RuleSlot> places) {
        return places.stream().map(RuleSlot::priority).toList();
    }

    @Override
    public final boolean isNamedIn(String message) {
        return address.isNamedIn(message);
    }
}
