package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.NameFilter;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;

/** A rule that shall be gone, wherever it stands. */
final class AbsentRuleTarget extends RuleAmongSiblings {

    AbsentRuleTarget(Operation<ResourceModel> op) {
        super(op);
    }

    @Override
    public Outcome write() {
        return EditWindow.edit(op, () -> {
            Whereabouts found = address.find();
            noteEarlierRemovals(found);
            placement.remove(found);
            return Outcome.done();
        });
    }

    /**
     * Of a removal only the running rule is left to tell whose it is, and an imported one bears no mark. Those that go
     * together with ours are taken for siblings'; those that were there before us for a stranger's draft.
     */
    private void noteEarlierRemovals(Whereabouts found) {
        DeployProgress progress = op.progress().getDeploy();
        if (progress.getEarlierRemovals() != null || found.candidate().isEmpty()) {
            return;
        }
        RuleSlot place = found.candidate().get(0);
        RuleEntry rule = Placement.requireStill(
                place.ruleName(), address.at(place.priority()).candidate(), place.priority());
        if (rule != null && !StackMark.isMarked(rule)) {
            progress.setEarlierRemovals(NameFilter.of(RuleDraft.besides(address, found, op.platform()).stream()
                    .filter(RuleDraft::isRemoval)
                    .map(RuleDraft::toString)
                    .toList()));
        }
    }

    @Override
    public Standing standing() {
        Whereabouts found = address.find();
        boolean inCandidate = found.candidate().isEmpty();
        boolean inRunning = found.running().isEmpty();
        Drafts drafts = inCandidate && !inRunning ? Drafts.beside(address, found, mark, op) : Drafts.NONE;
        String difference = "rule " + address.name() + " is still there";
        return new Standing(inCandidate, inRunning, difference, drafts.siblings(), drafts.foreign(), drafts.whole());
    }

    /** The rule is in force still: a candidate without it would take it out of force with anybody's next commit. */
    @Override
    public Outcome withdraw() {
        return EditWindow.edit(op, () -> {
            Whereabouts found = address.find();
            return placement
                    .running(found)
                    .map(rule -> placement.put(found, rule))
                    .orElseGet(Outcome::done);
        });
    }
}
