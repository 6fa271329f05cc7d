package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.ObjectsApi;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RuleListApi;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/**
 * Brings the candidate to a wanted content, as far as one owner's entries go: surveys, reads what is there, and writes the
 * difference in the order in which entries refer to each other. It remembers nothing, so it may be broken off anywhere.
 */
final class Convergence {

    private final Operation<?> op;
    private final RulestackApi rulestack;
    private final Content wanted;
    private final Ownership owned;

    /** Rules that had to be written under a temporary name, to be written under their own in the end. */
    private final Queue<RulePlan.Write> renames = new ConcurrentLinkedQueue<>();

    Convergence(Operation<?> op, RulestackApi rulestack, Content wanted, Ownership owned) {
        this.op = op;
        this.rulestack = rulestack;
        this.wanted = wanted;
        this.owned = owned;
    }

    /** @throws Refusal before anything is written, if others hold a wanted place */
    Outcome run() {
        Survey survey = Survey.of(op.platform(), rulestack);
        refuseForeignPlaces(survey);
        return run(survey, new ContentReader(op, rulestack).read(survey, owned).candidate());
    }

    /** The same from what was read already, where no wanted place is others'. */
    Outcome run(Survey survey, Content found) {
        boolean began = false; // however long reading took, an invocation gets something done
        for (List<Callable<Object>> stage : stages(survey, found)) {
            for (int from = 0; from < stage.size(); from += Platform.HANDS) {
                if (began && op.budget().isSpent()) {
                    return Outcome.handOver("Goes on writing to rulestack " + rulestack.name());
                }
                began = true;
                op.progress().getDeploy().setWrote(true);
                op.platform().inParallel(stage.subList(from, Math.min(from + Platform.HANDS, stage.size())));
            }
        }
        op.platform()
                .inParallel(renames.stream()
                        .map(write -> call(
                                () -> rules(write.slot()).update(write.slot().priority(), write.entry())))
                        .toList());
        return Outcome.done();
    }

    private List<List<Callable<Object>>> stages(Survey survey, Content found) {
        List<List<Callable<Object>>> stages = new ArrayList<>();
        Survey.KINDS.forEach(kind -> stages.add(writes(kind, found)));
        stages.add(fileTypeWrites(found));
        stages.add(entryWrite(found));
        new RulePlan(wanted.rules(), found.rules(), occupied(survey))
                .stages()
                .forEach(stage -> stages.add(
                        stage.stream().map(write -> call(() -> write(write))).toList()));
        stages.add(removals(found));
        return stages;
    }

    private List<Callable<Object>> writes(ObjectKind<?> kind, Content found) {
        List<Callable<Object>> writes = new ArrayList<>();
        wanted.objects().forEach((key, object) -> {
            RulestackObject present = found.objects().get(key);
            if (key.kind().equals(kind)
                    && (present == null || Canonical.difference(object, present).isPresent())) {
                writes.add(call(() -> write(key.kind(), object, present != null)));
            }
        });
        return writes;
    }

    private <T extends RulestackObject> void write(ObjectKind<T> kind, RulestackObject object, boolean present) {
        ObjectsApi<T> objects = rulestack.objects(kind);
        if (present) {
            objects.update(withoutToken(kind.type().cast(object), kind.type()));
        } else {
            objects.create(withoutToken(kind.type().cast(object), kind.type()));
        }
    }

    /**
     * A file type that is no longer wanted goes back to what the service starts with; its entries cannot be removed. One that
     * is wanted as it is from the start is written nevertheless, and marked when it is no longer wanted: what was written
     * without that mark is read as wanted.
     */
    private List<Callable<Object>> fileTypeWrites(Content found) {
        List<Callable<Object>> writes = new ArrayList<>();
        for (String type : owned.fileTypes()) {
            Optional<FileType> asked =
                    Optional.ofNullable(wanted.fileTypes().get(type)).filter(ServiceDefaults::isAsked);
            FileType want = asked.orElse(ServiceDefaults.RESTORED_FILE_TYPE);
            FileType have = found.fileTypes().getOrDefault(type, ServiceDefaults.FILE_TYPE);
            boolean markDiffers = asked.isPresent() != ServiceDefaults.isWanted(have);
            if (markDiffers || ServiceDefaults.difference(want, have).isPresent()) {
                writes.add(call(() -> rulestack.fileTypes().update(type, withoutToken(want, FileType.class))));
            }
        }
        return writes;
    }

    private List<Callable<Object>> entryWrite(Content found) {
        return found.entry() != null
                        && Canonical.difference(wanted.entry(), found.entry()).isPresent()
                ? List.of(call(() -> rulestack.update(withoutToken(wanted.entry(), RulestackEntry.class))))
                : List.of();
    }

    private void write(RulePlan.Write write) {
        RuleEntry entry = write.entry();
        if (entry == null) {
            rules(write.slot()).delete(write.slot().priority());
            return;
        }
        try {
            put(write, entry);
        } catch (NgfwException refused) {
            if (refused.getKind() != Kind.ALREADY_EXISTS) {
                throw refused;
            }
            put(
                    write,
                    entry.toBuilder()
                            .ruleName(write.standIn().of(entry.ruleName()))
                            .build());
            if (write.standIn() == TemporaryName.MOVING) {
                renames.add(write);
            }
        }
    }

    private void put(RulePlan.Write write, RuleEntry read) {
        RuleEntry entry = withoutToken(read, RuleEntry.class);
        if (write.occupied()) {
            rules(write.slot()).update(write.slot().priority(), entry);
        } else {
            rules(write.slot()).create(write.slot().priority(), entry);
        }
    }

    /** What was read from one version may be written over another. */
    private static <T> T withoutToken(T entry, Class<T> type) {
        ObjectNode tree = Json.mapper().valueToTree(entry);
        tree.remove("UpdateToken");
        return Json.mapper().convertValue(tree, type);
    }

    private List<Callable<Object>> removals(Content found) {
        List<Callable<Object>> removals = new ArrayList<>();
        found.objects().keySet().stream()
                .filter(key -> !wanted.objects().containsKey(key))
                .forEach(key ->
                        removals.add(call(() -> rulestack.objects(key.kind()).delete(key.name()))));
        return removals;
    }

    /** Absence is what a removal wants. Whoever made what we were about to make may have been us: look again. */
    private Callable<Object> call(Runnable write) {
        return () -> {
            try {
                write.run();
            } catch (NgfwException failure) {
                switch (failure.getKind()) {
                    case NOT_FOUND, ALREADY_EXISTS ->
                        throw new NgfwException(Kind.CONFLICT, failure.getMessage(), failure);
                    default -> throw failure;
                }
            }
            return Outcome.done();
        };
    }

    private RuleListApi rules(Slot slot) {
        return rulestack.rules(slot.list());
    }

    private static Set<Slot> occupied(Survey survey) {
        Set<Slot> occupied = new HashSet<>();
        survey.rules()
                .forEach((list, listing) ->
                        listing.candidate().forEach(slot -> occupied.add(new Slot(list, slot.priority()))));
        return occupied;
    }

    private void refuseForeignPlaces(Survey survey) {
        List<String> taken = new ArrayList<>();
        for (Slot place : wanted.rules().keySet()) {
            survey.strangerAt(place, owned)
                    .ifPresent(name ->
                            taken.add(place.list().wireName() + " priority " + place.priority() + " by rule " + name));
        }
        if (!taken.isEmpty()) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "Rulestack " + rulestack.name() + " has places that are taken by rules this resource does not own: "
                            + String.join(", ", taken.stream().sorted().toList()));
        }
    }
}
