package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Tells uncommitted rules of the same stack from those of strangers, at one call each. What one invocation has no time for
 * is left to the next.
 */
final class Kinship {

    /** Calls between two looks at the clock. */
    private static final int CHUNK = 8;

    private final RuleAddress own;
    private final Tag mark;
    private final Operation<?> op;
    private final DeployProgress progress;
    private final List<RuleDraft> siblings = new ArrayList<>();
    private final List<RuleDraft> strangers = new ArrayList<>();

    Kinship(RuleAddress own, Tag mark, Operation<?> op) {
        this.own = own;
        this.mark = mark;
        this.op = op;
        this.progress = op.progress().getDeploy();
    }

    List<String> siblings() {
        return siblings.stream().map(RuleDraft::toString).toList();
    }

    List<String> strangers() {
        return strangers.stream().map(RuleDraft::toString).toList();
    }

    /** As far as it has come, for the next invocation. */
    Look unfinished() {
        return Look.unfinished(
                siblings.stream().map(RuleDraft::digest).toList(),
                strangers.stream().map(RuleDraft::digest).toList());
    }

    /**
     * Adds each rule to the list that it belongs in. However late it is, some are asked about.
     *
     * @return false when time ran out before all were
     */
    boolean divide(List<RuleDraft> drafts) {
        Look known = Objects.requireNonNullElseGet(progress.getLook(), Look::new);
        List<RuleDraft> unknown = new ArrayList<>();
        for (RuleDraft draft : drafts) {
            if (known.getKin().contains(draft.digest())) {
                siblings.add(draft);
            } else if (known.getStrange().contains(draft.digest())) {
                strangers.add(draft);
            } else {
                unknown.add(draft);
            }
        }
        int asked = 0;
        while (asked < unknown.size()
                && !(asked == 0 ? op.budget().isOver() : op.budget().isSpent())) {
            int next = Math.min(asked + CHUNK, unknown.size());
            ask(unknown.subList(asked, next));
            asked = next;
        }
        return asked == unknown.size();
    }

    private void ask(List<RuleDraft> drafts) {
        List<Boolean> ofSiblings = op.platform()
                .inParallel(drafts.stream()
                        .map(draft -> (Callable<Boolean>) () -> isSiblings(draft))
                        .toList());
        for (int index = 0; index < drafts.size(); index++) {
            (ofSiblings.get(index) ? siblings : strangers).add(drafts.get(index));
        }
    }

    /** Of a removal, only the running rule is left to tell; an imported one tells nothing, but when it went does. */
    private boolean isSiblings(RuleDraft draft) {
        Views<RuleEntry> views = new RuleAddress(
                        own.rulestack(), draft.list(), draft.change().ruleName())
                .at(draft.change().priority());
        RuleEntry left = views.candidate() == null ? views.running() : views.candidate();
        List<String> earlier = progress.getEarlierRemovals();
        boolean wentWithOurs = draft.isRemoval() && earlier != null && !earlier.contains(draft.toString());
        return StackMark.isOn(left, mark) || (wentWithOurs && left != null && !StackMark.isMarked(left));
    }
}
