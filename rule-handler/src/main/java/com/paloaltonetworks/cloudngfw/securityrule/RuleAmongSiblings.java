package com.paloaltonetworks.cloudngfw.securityrule;

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

    @Override
    public final boolean isNamedIn(String message) {
        return address.isNamedIn(message);
    }
}
