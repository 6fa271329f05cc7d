package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Look;
import com.paloaltonetworks.cloudngfw.core.deploy.NameFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Tells uncommitted rules of the same stack from those of strangers, at one call each. What one invocation has no time for
 * is left to the next.
 */
final class Kinship {

    private final RuleAddress own;
    private final Tag mark;
    private final Operation<?> op;
    private final DeployProgress progress;
    private final List<String> siblings = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private int strangersBesides;
    private String passed = "";
    private int asked;

    Kinship(RuleAddress own, Tag mark, Operation<?> op) {
        this.own = own;
        this.mark = mark;
        this.op = op;
        this.progress = op.progress().getDeploy();
    }

    /** In the order of their names; of many found by an invocation before the first few. */
    List<String> siblings() {
        return List.copyOf(siblings);
    }

    List<String> strangers() {
        return List.copyOf(strangers);
    }

    /** How many an invocation before has found besides. */
    int strangersBesides() {
        return strangersBesides;
    }

    /** As far as it has come, for the next invocation. */
    Look unfinished() {
        return Look.of(siblings, strangers, strangersBesides).unfinished(asked, passed);
    }

    /**
     * Adds each rule to the list that it belongs in, in the order of names. A few are asked about even when no new work
     * should start, so that an invocation comes to something.
     *
     * @return false when time ran out before all were
     */
    boolean divide(List<RuleDraft> drafts) {
        List<RuleDraft> inOrder = drafts.stream()
                .sorted(Comparator.comparing(RuleDraft::toString))
                .toList();
        resume(inOrder);
        boolean first = true;
        while (asked < inOrder.size()
                && !(first ? op.budget().isOver() : op.budget().isSpent())) {
            int next = Math.min(asked + Platform.HANDS, inOrder.size());
            ask(inOrder.subList(asked, next));
            asked = next;
            first = false;
        }
        passed = RuleDraft.digest(inOrder.subList(0, asked));
        return asked == inOrder.size();
    }

    /** Where a rule has come or gone among those asked about, all are asked about anew. */
    private void resume(List<RuleDraft> inOrder) {
        Look known = progress.getLook();
        if (known == null
                || known.getPassed() > inOrder.size()
                || !RuleDraft.digest(inOrder.subList(0, known.getPassed())).equals(known.getDigest())) {
            return;
        }
        asked = known.getPassed();
        siblings.addAll(known.getSiblings());
        strangers.addAll(known.getForeign());
        strangersBesides = known.getForeignBesides();
    }

    private void ask(List<RuleDraft> drafts) {
        List<Boolean> ofSiblings = op.platform()
                .inParallel(drafts.stream()
                        .map(draft -> (Callable<Boolean>) () -> isSiblings(draft))
                        .toList());
        for (int index = 0; index < drafts.size(); index++) {
            (ofSiblings.get(index) ? siblings : strangers).add(drafts.get(index).toString());
        }
    }

    /**
     * Of a removal, only the running rule is left to tell, whatever has taken its place; an imported one tells nothing, but when
     * it went does.
     */
    private boolean isSiblings(RuleDraft draft) {
        Views<RuleEntry> views = new RuleAddress(
                        own.rulestack(), draft.list(), draft.change().ruleName())
                .at(draft.change().priority());
        RuleEntry left = draft.isRemoval() || views.candidate() == null ? views.running() : views.candidate();
        String earlier = progress.getEarlierRemovals();
        boolean wentWithOurs =
                draft.isRemoval() && earlier != null && !NameFilter.mayContain(earlier, draft.toString());
        return StackMark.isOn(left, mark) || (wentWithOurs && left != null && !StackMark.isMarked(left));
    }
}
