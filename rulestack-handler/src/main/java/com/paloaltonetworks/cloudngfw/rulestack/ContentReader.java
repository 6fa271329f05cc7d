package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** Reads the entries that a survey found, both views in one call each. */
final class ContentReader {

    private final Operation<?> op;
    private final RulestackApi rulestack;

    ContentReader(Operation<?> op, RulestackApi rulestack) {
        this.op = op;
        this.rulestack = rulestack;
    }

    /**
     * @throws Refusal when the rulestack holds more than one invocation has time to read
     * @throws NgfwException SERVICE, when an operation that has written something before finds that it does: it read the
     *     rulestack then, so it may again
     */
    Views<Content> read(Survey survey, Selection selection) {
        Sides sides = new Sides();
        List<Callable<Object>> calls = new ArrayList<>();
        survey.slots(selection)
                .forEach(slot -> calls.add(() ->
                        sides.rules(slot, () -> rulestack.rules(slot.list()).read(slot.priority()))));
        survey.objectKeys(selection)
                .forEach(key -> calls.add(() -> sides.objects(key, () -> readObject(key.kind(), key.name()))));
        survey.fileTypeNames(selection)
                .forEach(type -> calls.add(
                        () -> sides.fileTypes(type, () -> rulestack.fileTypes().read(type))));
        AtomicInteger begun = new AtomicInteger();
        op.platform()
                .inParallel(
                        calls.stream().map(call -> withinBudget(call, begun)).toList());
        return sides.views(survey, selection);
    }

    private <T extends RulestackObject> Views<RulestackObject> readObject(ObjectKind<T> kind, String name) {
        Views<T> views = rulestack.objects(kind).read(name);
        return new Views<>(views.candidate(), views.running());
    }

    /** The first few go together, and may begin later than others, so that an invocation comes to something. */
    private Callable<Object> withinBudget(Callable<Object> call, AtomicInteger begun) {
        return () -> {
            boolean first = begun.getAndIncrement() < Platform.HANDS;
            if (first ? op.budget().isOver() : op.budget().isSpent()) {
                throw outOfTime();
            }
            return call.call();
        };
    }

    private RuntimeException outOfTime() {
        String name = "Rulestack " + rulestack.name();
        return op.progress().getDeploy().isWrote()
                ? new NgfwException(
                        Kind.SERVICE,
                        name + " was not read in the time CloudFormation gives one call;"
                                + " if that goes on, divide it into several rulestacks")
                : new Refusal(
                        HandlerErrorCode.ServiceLimitExceeded,
                        name + " holds more entries than can be read in the time CloudFormation"
                                + " gives one call; divide it into several rulestacks");
    }

    /** What was read so far, by view; filled from several threads. */
    private static final class Sides {
        private final Map<Slot, Views<RuleEntry>> rules = new ConcurrentHashMap<>();
        private final Map<ObjectKey, Views<RulestackObject>> objects = new ConcurrentHashMap<>();
        private final Map<String, Views<FileType>> fileTypes = new ConcurrentHashMap<>();

        @Nullable
        Object rules(Slot slot, Supplier<Views<RuleEntry>> read) {
            return putIfPresent(rules, slot, read);
        }

        @Nullable
        Object objects(ObjectKey key, Supplier<Views<RulestackObject>> read) {
            return putIfPresent(objects, key, read);
        }

        @Nullable
        Object fileTypes(String type, Supplier<Views<FileType>> read) {
            return putIfPresent(fileTypes, type, read);
        }

        /** What went away between survey and read is not there. */
        private static <K, T> @Nullable Object putIfPresent(Map<K, Views<T>> map, K key, Supplier<Views<T>> read) {
            try {
                return map.put(key, read.get());
            } catch (NgfwException failure) {
                if (failure.getKind() == Kind.NOT_FOUND) {
                    return null;
                }
                throw failure;
            }
        }

        Views<Content> views(Survey survey, Selection selection) {
            return new Views<>(
                    new Content(
                            survey.head().ruleStackCandidate(),
                            side(objects, Views::candidate),
                            side(fileTypes, Views::candidate),
                            rules(selection, Views::candidate)),
                    new Content(
                            survey.head().ruleStackRunning(),
                            side(objects, Views::running),
                            side(fileTypes, Views::running),
                            rules(selection, Views::running)));
        }

        /** What one view holds at the place of a selected rule of the other may be anybody's. */
        private Map<Slot, RuleEntry> rules(Selection selection, Function<Views<RuleEntry>, @Nullable RuleEntry> view) {
            Map<Slot, RuleEntry> one = side(rules, view);
            one.entrySet()
                    .removeIf(rule -> !selection.takesRule(
                            rule.getKey().list(), rule.getValue().ruleName()));
            return one;
        }

        private static <K, T> Map<K, T> side(Map<K, Views<T>> both, Function<Views<T>, @Nullable T> view) {
            Map<K, T> one = new HashMap<>();
            both.forEach((key, views) -> {
                T entry = view.apply(views);
                if (entry != null) {
                    one.put(key, entry);
                }
            });
            return one;
        }
    }
}
