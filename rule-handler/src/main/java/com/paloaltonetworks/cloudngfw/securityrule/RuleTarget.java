package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Batch;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** A rule that shall stand at its priority, and nowhere else. */
final class RuleTarget extends RuleAmongSiblings {

    private final RuleEntry wanted;
    private final int priority;
    private final Patience patience;

    RuleTarget(Operation<ResourceModel> op) {
        super(op);
        this.wanted = StackMark.put(RuleMapper.toEntry(op.desired(), op.tags()), mark);
        this.priority = op.desired().getPriority();
        this.patience = new Patience(op, rulestack());
    }

    @Override
    public Outcome write() {
        return EditWindow.edit(op, () -> {
            Whereabouts found = address.find();
            Outcome put = placement.put(found, placement.placed(wanted, priority));
            Optional<RuleSlot> holder = found.strangerAt(priority);
            if (holder.isPresent() && put.isDone()) {
                return await(holder.get(), found);
            }
            if (holder.isEmpty()) {
                patience.end();
            }
            return put;
        });
    }

    private Outcome await(RuleSlot holder, Whereabouts found) {
        String taken = "priority " + priority + " of " + address.list().wireName() + " in rulestack "
                + rulestack().name() + " is taken by rule " + holder.ruleName();
        if (patience.lastsFor(priority)) {
            return EditWindow.soon(op, "Waits because " + taken);
        }
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rule " + address.name() + " has no place: " + taken
                        + "; choose another priority, or remove that rule first, in an update of its own"
                        + leftByHand(found));
    }

    /** Nobody withdraws what is committed by hand. */
    private String leftByHand(Whereabouts found) {
        List<Integer> places = priorities(found.candidate());
        return places.isEmpty() || !op.configuration().commitsByHand()
                ? ""
                : "; until then the candidate has it at priority " + places;
    }

    @Override
    public Standing standing() {
        Batch batch = new Batch();
        Supplier<Whereabouts> whereabouts = batch.add(address::find);
        Supplier<Views<RuleEntry>> entries = batch.add(() -> address.at(priority));
        batch.make(op.platform());
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
        List<Integer> priorities = priorities(places);
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
            Whereabouts found = address.find();
            if (op.previous() == null) {
                placement.remove(found);
                return Outcome.done();
            }
            return goBack(found, former(found, op.previous()));
        });
    }

    /** A sibling that has changed places with this rule may be going back as well. */
    private Outcome goBack(Whereabouts found, PlacedRule former) {
        Optional<RuleSlot> holder = found.strangerAt(former.priority());
        if (holder.isPresent() && !patience.lastsFor(former.priority())) {
            return stayBeside(holder.get(), found, former);
        }
        Outcome back = placement.put(found, former);
        return holder.isPresent() && back.isDone()
                ? EditWindow.soon(
                        op,
                        "Waits to go back to the place of rule " + holder.get().ruleName())
                : back;
    }

    private Outcome stayBeside(RuleSlot holder, Whereabouts found, PlacedRule former) {
        Outcome stayed = placement.stay(found, former.entry());
        if (stayed.isDone()) {
            String where = found.foothold()
                    .map(place -> "stays at priority " + place.priority())
                    .orElse("stands nowhere");
            op.progress()
                    .getDeploy()
                    .setAftermath(
                            "; it " + where + ", because its former place was taken by rule " + holder.ruleName());
        }
        return stayed;
    }

    /** As it is running; what was never committed, as the previous model has it. */
    private PlacedRule former(Whereabouts found, ResourceModel previous) {
        return placement
                .running(found)
                .orElseGet(() -> placement.placed(
                        StackMark.put(RuleMapper.toEntry(previous, op.previousTags()), mark), previous.getPriority()));
    }
}
