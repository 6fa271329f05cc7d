package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleListApi;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.util.List;
import java.util.concurrent.Callable;

/** Writes to a list of rules, of which the operation's progress takes note. */
final class RuleEdits {

    private final RuleListApi rules;
    private final Operation<?> op;
    private final DeployProgress progress;
    private boolean made;
    private boolean created;

    RuleEdits(RuleListApi rules, Operation<?> op) {
        this.rules = rules;
        this.op = op;
        this.progress = op.progress().getDeploy();
    }

    /** Whether this invocation has written anything yet. */
    boolean anyMade() {
        return made;
    }

    /** Whether this invocation, and no other, has put the rule somewhere. */
    boolean anyCreated() {
        return created;
    }

    /** Is sent once, so that what is refused was not written; after any other failure it may have been. */
    void create(int priority, RuleEntry rule) {
        made = true;
        try {
            rules.create(priority, rule);
            created = true;
            progress.setWrote(true);
        } catch (NgfwException failure) {
            boolean perhaps = failure.getKind() == Kind.SERVICE || failure.getKind() == Kind.NETWORK;
            progress.setWrote(progress.isWrote() || perhaps);
            throw failure;
        }
    }

    void update(int priority, RuleEntry rule) {
        made = true;
        progress.setWrote(true);
        rules.update(priority, rule);
    }

    /** All at once. Absence is what a removal wants. */
    void delete(List<RuleSlot> places) {
        if (places.isEmpty()) {
            return;
        }
        made = true;
        progress.setWrote(true);
        op.platform()
                .inParallel(places.stream()
                        .map(place -> (Callable<Outcome>) () -> {
                            delete(place);
                            return Outcome.done();
                        })
                        .toList());
    }

    private void delete(RuleSlot place) {
        try {
            rules.delete(place.priority());
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }
}
