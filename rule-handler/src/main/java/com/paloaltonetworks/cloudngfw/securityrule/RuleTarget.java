package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** A rule that shall stand at its priority, and nowhere else. */
final class RuleTarget implements CommitTarget {

    /** How long a sibling has to leave the wanted place. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Operation<ResourceModel> op;
    private final RuleAddress address;
    private final Tag mark;
    private final RuleEntry wanted;
    private final int priority;
    private final Placement placement;

    RuleTarget(Operation<ResourceModel> op) {
        this.op = op;
        this.address = RuleAddress.of(op);
        this.mark = StackMark.of(op.systemTags());
        this.wanted = StackMark.put(RuleMapper.toEntry(op.desired(), op.tags()), mark);
        this.priority = op.desired().getPriority();
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
        return EditWindow.edit(
                op, () -> placement.put(wanted, priority).map(this::await).orElseGet(Outcome::done));
    }

    private Outcome await(RuleSlot holder) {
        DeployProgress progress = op.progress().getDeploy();
        long now = op.platform().now().toEpochMilli();
        if (progress.getTakenSince() == null) {
            progress.setTakenSince(now);
        }
        String taken = "priority " + priority + " of " + address.list().wireName() + " in rulestack "
                + rulestack().name() + " is taken by rule " + holder.ruleName();
        if (now - progress.getTakenSince() < PATIENCE.toMillis()) {
            return EditWindow.soon(op, "Waits because " + taken);
        }
        takeBack();
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rule " + address.name() + " has no place: " + taken
                        + "; choose another priority, or remove that rule first, in an update of its own");
    }

    @Override
    public Standing standing() {
        Whereabouts found = address.find();
        Views<RuleEntry> views = address.at(priority);
        Optional<String> inCandidate = gap(found.candidate(), views.candidate());
        Optional<String> inRunning = gap(found.running(), views.running());
        boolean toBeCommitted = inCandidate.isEmpty() && inRunning.isPresent();
        Drafts drafts = toBeCommitted ? Drafts.beside(address, mark, op.platform()) : Drafts.NONE;
        return new Standing(
                inCandidate.isEmpty(),
                inRunning.isEmpty(),
                inCandidate.or(() -> inRunning).orElse(null),
                drafts.siblings(),
                drafts.foreign());
    }

    private Optional<String> gap(List<RuleSlot> places, @Nullable RuleEntry entry) {
        List<Integer> priorities = places.stream().map(RuleSlot::priority).toList();
        if (priorities.isEmpty()) {
            return Optional.of("rule " + address.name() + " is absent");
        }
        if (entry == null || !priorities.equals(List.of(priority))) {
            return Optional.of("rule " + address.name() + " stands at " + priorities + ", not " + priority);
        }
        return Canonical.difference(wanted, entry).map(difference -> "rule " + address.name() + ": " + difference);
    }

    @Override
    public Outcome withdraw() {
        return EditWindow.edit(op, () -> {
            takeBack();
            return Outcome.done();
        });
    }

    /** To what is running; what was never committed, to the previous model. */
    private void takeBack() {
        ResourceModel previous = op.previous();
        if (previous == null) {
            placement.remove();
        } else if (!placement.putRunning()) {
            placement.put(StackMark.put(RuleMapper.toEntry(previous, op.previousTags()), mark), previous.getPriority());
        }
    }
}
