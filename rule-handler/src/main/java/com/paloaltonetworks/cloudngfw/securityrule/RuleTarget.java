package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** A rule that shall stand at its priority, and nowhere else. */
final class RuleTarget extends RuleAmongSiblings {

    /** How long a sibling has to leave the wanted place. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RuleEntry wanted;
    private final int priority;

    RuleTarget(Operation<ResourceModel> op) {
        super(op);
        this.wanted = StackMark.put(RuleMapper.toEntry(op.desired(), op.tags()), mark);
        this.priority = op.desired().getPriority();
    }

    @Override
    public Outcome write() {
        return EditWindow.edit(op, () -> {
            Whereabouts found = address.find();
            Outcome put = placement.put(found, wanted, priority);
            return put.isDone() ? found.strangerAt(priority).map(this::await).orElse(put) : put;
        });
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
        Outcome back = takeBack();
        if (!back.isDone()) {
            return back;
        }
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rule " + address.name() + " has no place: " + taken
                        + "; choose another priority, or remove that rule first, in an update of its own");
    }

    @Override
    public Standing standing() {
        AtomicReference<Whereabouts> whereabouts = new AtomicReference<>();
        AtomicReference<Views<RuleEntry>> entries = new AtomicReference<>();
        op.platform()
                .inParallel(List.of(
                        () -> whereabouts.getAndSet(address.find()), () -> entries.getAndSet(address.at(priority))));
        Whereabouts found = whereabouts.get();
        Views<RuleEntry> views = entries.get();
        Optional<String> inCandidate = gap(found.candidate(), views.candidate());
        Optional<String> inRunning = gap(found.running(), views.running());
        boolean toBeCommitted = inCandidate.isEmpty() && inRunning.isPresent();
        Drafts drafts = toBeCommitted ? Drafts.beside(address, found, mark, op) : Drafts.NONE;
        return new Standing(
                inCandidate.isEmpty(),
                inRunning.isEmpty(),
                inCandidate.or(() -> inRunning).orElse(null),
                drafts.siblings(),
                drafts.foreign(),
                drafts.whole());
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
        return EditWindow.edit(op, this::takeBack);
    }

    /** To what is running; what was never committed, to the previous model. */
    private Outcome takeBack() {
        ResourceModel previous = op.previous();
        Whereabouts found = address.find();
        if (previous == null) {
            placement.remove(found);
            return Outcome.done();
        }
        RuleEntry before = StackMark.put(RuleMapper.toEntry(previous, op.previousTags()), mark);
        return placement.putRunning(found).orElseGet(() -> placement.put(found, before, previous.getPriority()));
    }
}
