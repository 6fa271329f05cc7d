package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.deploy.CommitTarget;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Standing;
import com.paloaltonetworks.cloudngfw.core.deploy.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rulestack's whole wanted content, as one target of the commit machine. */
final class RulestackTarget implements CommitTarget {

    private final Operation<ResourceModel> op;
    private final RulestackApi rulestack;
    private final Content wanted;
    private final Content previous;
    private final Ownership owned;

    RulestackTarget(Operation<ResourceModel> op, RulestackApi rulestack) {
        this.op = op;
        this.rulestack = rulestack;
        this.wanted = ContentMapper.toContent(op.desired());
        this.previous = ContentMapper.toContent(op.previous());
        this.owned = Ownership.of(wanted, previous);
    }

    @Override
    public RulestackApi rulestack() {
        return rulestack;
    }

    @Override
    public boolean hasSiblings() {
        return false;
    }

    @Override
    public boolean isNamedIn(String message) {
        return owned.names().anyMatch(name -> Words.contains(message, name));
    }

    @Override
    public Outcome write() {
        return new Convergence(op, rulestack, wanted, owned).run();
    }

    /**
     * By names alone while something that we wrote is uncommitted: enough to see what somebody has reverted or removed; what
     * somebody has changed in its place shows after the commit, which another one then follows. Entry by entry otherwise, since
     * the service calls entries uncommitted that were changed and changed back.
     */
    @Override
    public Standing standing() {
        Survey survey = Survey.of(op.platform(), rulestack);
        List<String> foreign = survey.uncommitted(owned, false);
        List<String> uncommitted = survey.uncommitted(owned, true);
        Optional<String> gap = entryGap(survey.head().ruleStackCandidate()).or(() -> survey.missingIn(wanted));
        if (gap.isPresent()) {
            return new Standing(false, false, gap.get(), List.of(), foreign);
        }
        Optional<String> entryNotLive = entryGap(survey.head().ruleStackRunning());
        boolean wrote = op.progress().getDeploy().isWrote();
        if (entryNotLive.isPresent() || (wrote && !uncommitted.isEmpty())) {
            String first = entryNotLive.orElseGet(() -> uncommitted.get(0) + " is not committed");
            return new Standing(true, false, first, List.of(), foreign);
        }
        Views<Content> views = new ContentReader(op, rulestack).read(survey, owned);
        Optional<String> inCandidate = firstGap(views.candidate());
        Optional<String> inRunning = firstGap(views.running());
        return new Standing(
                inCandidate.isEmpty(),
                inRunning.isEmpty(),
                inCandidate.or(() -> inRunning).orElse(null),
                List.of(),
                foreign);
    }

    private Optional<String> entryGap(@Nullable RulestackEntry found) {
        return found == null
                ? Optional.of("rulestack " + rulestack.name() + " is absent")
                : difference("rulestack", wanted.entry(), found);
    }

    private Optional<String> firstGap(Content found) {
        return firstGap(wanted.rules(), found.rules(), rule -> "rule " + rule)
                .or(() -> firstGap(wanted.objects(), found.objects(), ObjectKey::toString))
                .or(() -> firstGap(allFileTypes(wanted), allFileTypes(found), type -> "file type " + type));
    }

    /** Those of ours that one does not name are as the service made them. */
    private Map<String, Object> allFileTypes(Content content) {
        Map<String, Object> all = new HashMap<>();
        owned.fileTypes().forEach(type -> all.put(type, ServiceDefaults.FILE_TYPE));
        all.putAll(content.fileTypes());
        return all;
    }

    private static <K> Optional<String> firstGap(Map<K, ?> wanted, Map<K, ?> found, Function<K, String> name) {
        Optional<String> missing = wanted.entrySet().stream()
                .map(entry -> found.containsKey(entry.getKey())
                        ? difference(name.apply(entry.getKey()), entry.getValue(), found.get(entry.getKey()))
                        : Optional.of(name.apply(entry.getKey()) + " is absent"))
                .flatMap(Optional::stream)
                .findFirst();
        return missing.or(() -> found.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .map(key -> name.apply(key) + " is still there")
                .findFirst());
    }

    private static Optional<String> difference(String name, Object wanted, Object found) {
        Optional<String> difference = wanted instanceof FileType want && found instanceof FileType have
                ? ServiceDefaults.difference(want, have)
                : Canonical.difference(wanted, found);
        return difference.map(what -> name + ": " + what);
    }

    /**
     * What was never committed was made by this operation, or was a draft to be left as the previous model had it. So it is
     * where a commit of others took along what was half written: what is running is then no longer what was before.
     */
    @Override
    public Outcome withdraw() {
        try {
            return putBack();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) { // taken back already, by an attempt whose answer was lost
                return Outcome.done();
            }
            throw failure;
        }
    }

    private Outcome putBack() {
        Survey survey = Survey.of(op.platform(), rulestack);
        boolean committed = survey.head().ruleStackRunning() != null;
        if (!committed && op.previous() == null) {
            rulestack.delete();
            return Outcome.done();
        }
        DeployProgress progress = op.progress().getDeploy();
        boolean runningIsFormer = committed && (op.previous() == null || !progress.isOvertaken());
        Views<Content> views = new ContentReader(op, rulestack).read(survey, owned);
        WayBack back = WayBack.to(runningIsFormer ? views.running() : previous, survey, owned);
        Outcome written = new Convergence(op, rulestack, back.content(), owned).run(survey, views.candidate());
        progress.setAftermath(back.told() + (runningIsFormer ? toldOfHalf(views.running()) : ""));
        return written;
    }

    /** Somebody may have committed what was written by then, or have made the same changes before. */
    private String toldOfHalf(Content running) {
        boolean half = op.previous() != null
                && (isAnyNew(previous.rules(), wanted.rules(), running.rules())
                        || isAnyNew(previous.objects(), wanted.objects(), running.objects())
                        || isAnyNew(previous.fileTypes(), wanted.fileTypes(), running.fileTypes()));
        return half ? "; a part of what it wants is in force, and stays" : "";
    }

    private static <K> boolean isAnyNew(Map<K, ?> former, Map<K, ?> wanted, Map<K, ?> running) {
        return Stream.concat(former.keySet().stream(), wanted.keySet().stream())
                .anyMatch(
                        key -> !isSame(former.get(key), wanted.get(key)) && isSame(wanted.get(key), running.get(key)));
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return difference("entry", one, other).isEmpty();
    }
}
