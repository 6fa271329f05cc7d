package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
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

    Kinship(RuleAddress own, Tag mark, Operation<?> op) {
        this.own = own;
        this.mark = mark;
        this.op = op;
        this.progress = op.progress().getDeploy();
    }

    /** Adds each rule to the list that it belongs in; when time runs out, some are in neither. */
    void divide(List<RuleDraft> drafts, List<String> siblings, List<String> foreign) {
        List<String> known = Objects.requireNonNullElse(progress.getKnownSiblings(), List.of());
        List<RuleDraft> unknown = new ArrayList<>();
        for (RuleDraft draft : drafts) {
            if (known.contains(draft.toString())) {
                siblings.add(draft.toString());
            } else {
                unknown.add(draft);
            }
        }
        for (int from = 0; from < unknown.size() && !op.budget().isSpent(); from += CHUNK) {
            ask(unknown.subList(from, Math.min(from + CHUNK, unknown.size())), siblings, foreign);
        }
        if (op.budget().isSpent()) {
            progress.setKnownSiblings(List.copyOf(siblings));
        }
    }

    private void ask(List<RuleDraft> drafts, List<String> siblings, List<String> foreign) {
        List<Boolean> ofSiblings = op.platform()
                .inParallel(drafts.stream()
                        .map(draft -> (Callable<Boolean>) () -> isSiblings(draft))
                        .toList());
        for (int index = 0; index < drafts.size(); index++) {
            (ofSiblings.get(index) ? siblings : foreign).add(drafts.get(index).toString());
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
