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
import java.util.Objects;
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
            Outcome put = placement.put(found, placement.placed(wanted, priority));
            return put.isDone() ? found.strangerAt(priority).map(this::await).orElseGet(this::arrived) : put;
        });
    }

    private Outcome arrived() {
        op.progress().getDeploy().setTakenSince(null);
        return Outcome.done();
    }

    private Outcome await(RuleSlot holder) {
        String taken = "priority " + priority + " of " + address.list().wireName() + " in rulestack "
                + rulestack().name() + " is taken by rule " + holder.ruleName();
        if (mayBeLeft()) {
            return EditWindow.soon(op, "Waits because " + taken);
        }
        Whereabouts found = address.find();
        Outcome back = takeBack(found);
        if (!back.isDone()) {
            return back;
        }
        String beside = holderOfFormerPlace(found).map(this::standBeside).orElse("");
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rule " + address.name() + " has no place: " + taken
                        + "; choose another priority, or remove that rule first, in an update of its own" + beside);
    }

    /** Whether a sibling may still be about to leave the place that it holds; while a commit runs, perhaps it may not. */
    private boolean mayBeLeft() {
        DeployProgress progress = op.progress().getDeploy();
        long now = op.platform().now().toEpochMilli();
        Long since = progress.getTakenSince();
        boolean patient = since == null || now - since < PATIENCE.toMillis();
        if (since == null || (!patient && rulestack().commitStatus().pending())) {
            progress.setTakenSince(now);
            return true;
        }
        return patient;
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
            Outcome back = takeBack(found);
            return back.isDone()
                    ? holderOfFormerPlace(found).map(this::awaitFormerPlace).orElse(back)
                    : back;
        });
    }

    /** A sibling that has changed places with this rule may be going back as well. */
    private Outcome awaitFormerPlace(RuleSlot holder) {
        if (mayBeLeft()) {
            return EditWindow.soon(op, "Waits to go back to the place of rule " + holder.ruleName());
        }
        DeployProgress progress = op.progress().getDeploy();
        progress.setFailureMessage(progress.getFailureMessage() + standBeside(holder));
        return Outcome.done();
    }

    /** Another's commit may have taken it along while it was on the move, even with its copy beside it. */
    @Override
    public String leftInForce() {
        Whereabouts found = address.find();
        List<Integer> inForce = priorities(found.running());
        List<Integer> left = priorities(found.candidate());
        if (op.previous() == null || inForce.isEmpty() || inForce.equals(left)) {
            return "";
        }
        String change = left.isEmpty() ? "takes it away" : "leaves it at " + left;
        return "; it is in force at priority " + inForce + " until the next commit " + change;
    }

    private static List<Integer> priorities(List<RuleSlot> places) {
        return places.stream().map(RuleSlot::priority).toList();
    }

    /** To what is running; what was never committed, to the previous model. */
    private Outcome takeBack(Whereabouts found) {
        if (op.previous() == null) {
            placement.remove(found);
            return Outcome.done();
        }
        return placement.put(found, former(found));
    }

    private Optional<RuleSlot> holderOfFormerPlace(Whereabouts found) {
        return op.previous() == null
                ? Optional.empty()
                : found.strangerAt(former(found).priority());
    }

    /** Under its own name; what it stood in for its former place with had another. */
    private String standBeside(RuleSlot holder) {
        String why = "because its former place is taken by rule " + holder.ruleName();
        return placement
                .stay(former(address.find()).entry())
                .map(beside -> "; it stays at priority " + beside + ", " + why)
                .orElseGet(() -> "; it stands nowhere, " + why);
    }

    private PlacedRule former(Whereabouts found) {
        ResourceModel previous = Objects.requireNonNull(op.previous());
        return placement
                .running(found)
                .orElseGet(() -> placement.placed(
                        StackMark.put(RuleMapper.toEntry(previous, op.previousTags()), mark), previous.getPriority()));
    }
}
