package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Snapshot.Difference;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares how a disturbed run ended with the state before and with the run that nothing disturbed. */
final class Judge {

    private static final Set<String> UNCLEAR = Set.of("InternalFailure", "HandlerInternalFailure");

    private final Story story;
    private final Snapshot before;
    private final Ending undisturbed;

    Judge(Story story, Snapshot before, Ending undisturbed) {
        this.story = story;
        this.before = before;
        this.undisturbed = undisturbed;
    }

    Verdict judge(Disturbance disturbance, Ending ending) {
        Fault fault = disturbance.fault();
        if (ending.watch().isImpossible()) {
            return new Verdict(Verdict.Kind.NOT_POSSIBLE, "");
        }
        List<String> wrongs = new ArrayList<>(ending.watch().getOffences());
        wrongs.addAll(ending.watch().getCanaries().found());
        if (!ending.watch().isMet()) {
            wrongs.add("the call was not made");
        }
        if (!ending.succeeded() && fault.passes(disturbance.point()) && !isDocumentedOrphan(fault, ending)) {
            wrongs.add("gave up although it passes");
        }
        Verdict.Kind kind = ending.succeeded() ? Verdict.Kind.CONVERGED : Verdict.Kind.FAILED_CLEANLY;
        if (isDocumentedOrphan(fault, ending)) {
            kind = Verdict.Kind.DOCUMENTED_ORPHAN;
            differences(fault, before, ending).stream()
                    .filter(difference ->
                            !difference.path().startsWith(story.setting().place()))
                    .forEach(difference -> wrongs.add(difference.toString()));
        } else {
            expected(fault, ending).stream()
                    .map(wanted -> differences(fault, wanted, ending))
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .forEach(difference -> wrongs.add(difference.toString()));
            judgeAnswers(fault, ending, wrongs);
        }
        return wrongs.isEmpty()
                ? new Verdict(kind, told(ending))
                : new Verdict(Verdict.Kind.WRONG, told(ending) + String.join("; ", wrongs));
    }

    /**
     * The wanted state after a success, the state before after a failure and its rollback. A failed delete is asked for again,
     * which must succeed too, unless what stood in its way still does: then the resource is whole.
     */
    private List<Snapshot> expected(Fault fault, Ending ending) {
        if (ending.succeeded()) {
            return List.of(undisturbed.tenant());
        }
        return switch (story.action()) {
            case DELETE ->
                fault == Fault.FOREIGN_EDIT ? List.of(undisturbed.tenant(), before) : List.of(undisturbed.tenant());
            case CREATE, UPDATE, READ, LIST -> List.of(before);
        };
    }

    /** Only where the context was lost with a dead process may a create not know its own work. */
    private boolean isDocumentedOrphan(Fault fault, Ending ending) {
        return story.action() == Story.Action.CREATE
                && fault.losesContext()
                && ending.result().failedWith("AlreadyExists");
    }

    private void judgeAnswers(Fault fault, Ending ending, List<String> wrongs) {
        Stream.concat(ending.ends().stream(), ending.rollback().stream())
                .filter(result -> result.status() == Result.Status.FAILED)
                .forEach(result -> judgeFailure(result, wrongs));
        ending.rollback().stream()
                .filter(result -> !result.succeeded() && !result.failedWith("NotFound"))
                .filter(result -> story.action() != Story.Action.DELETE || fault != Fault.FOREIGN_EDIT)
                .forEach(result -> wrongs.add("the rollback failed: " + result.message()));
        if (ending.succeeded() && !fault.showsInAnswers()) {
            requireSame(undisturbed.result(), ending.result(), wrongs);
        }
    }

    private static void requireSame(Result wanted, Result found, List<String> wrongs) {
        if (wanted.model() != null && found.model() != null) {
            Snapshot.of(wanted.model())
                    .differencesTo(Snapshot.of(found.model()))
                    .forEach(difference -> wrongs.add("the answer's " + difference));
        }
        if (!wanted.models().equals(found.models())) {
            wrongs.add("listed " + found.models() + " instead of " + wanted.models());
        }
    }

    private void judgeFailure(Result result, List<String> wrongs) {
        String message = Objects.requireNonNullElse(result.message(), "");
        if (UNCLEAR.contains(String.valueOf(result.errorCode())) || message.contains("Bug:")) {
            wrongs.add("failed unclearly");
        }
        if (story.setting().names().stream().noneMatch(message::contains)) {
            wrongs.add("the message names nothing: " + message);
        }
    }

    /** Differences that the injected third party did not make. */
    private List<Difference> differences(Fault fault, Snapshot wanted, Ending ending) {
        List<String> edited = ending.tenant().pathsOf(ThirdParty.EDITED).stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .toList();
        return wanted.differencesTo(ending.tenant()).stream()
                .filter(difference -> switch (fault) {
                    case FOREIGN_EDIT -> !isBelow(edited, difference);
                    case OWN_EDIT -> !isBelow(edited, difference) || isLive(difference);
                    case REMOVED -> !isGone(difference, story.setting().place());
                    case RULESTACK_REMOVED -> !isGone(difference, placeOfRulestack());
                    default -> true;
                })
                .toList();
    }

    private static boolean isBelow(List<String> places, Difference difference) {
        return places.stream().anyMatch(place -> difference.path().startsWith(place));
    }

    /** A firewall has one view only, so what somebody edits there is in force. */
    private static boolean isLive(Difference difference) {
        return difference.path().contains("/Running/");
    }

    private static boolean isGone(Difference difference, String place) {
        return difference.actual() == null && difference.path().startsWith(place);
    }

    private String placeOfRulestack() {
        return "Rulestacks/" + story.wanted().properties().path("RuleStackName").asText() + "/";
    }

    private static String told(Ending ending) {
        StringBuilder told = new StringBuilder();
        Stream.concat(ending.ends().stream(), ending.rollback().stream()).forEach(result -> told.append(told(result)));
        return told.toString();
    }

    private static String told(Result result) {
        @Nullable String code = result.errorCode();
        return "[" + result.status() + (code == null ? "" : " " + code + ": " + result.message()) + "] ";
    }
}
