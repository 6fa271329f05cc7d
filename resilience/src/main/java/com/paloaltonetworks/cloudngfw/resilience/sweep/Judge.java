package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Snapshot.Difference;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares how a disturbed run ended with the state before and with the run that nothing disturbed. */
final class Judge {

    private final Story story;
    private final Snapshot before;
    private final Ending undisturbed;

    Judge(Story story, Snapshot before, Ending undisturbed) {
        this.story = story;
        this.before = before;
        this.undisturbed = undisturbed;
    }

    Verdict judge(Disturbance disturbance, Ending ending) {
        List<String> wrongs = new ArrayList<>(ending.evidence().offences());
        Verdict.Kind kind;
        if (ending.evidence().impossible()) {
            kind = Verdict.Kind.NOT_POSSIBLE;
        } else if (isDocumentedOrphan(disturbance, ending)) {
            kind = Verdict.Kind.DOCUMENTED_ORPHAN;
        } else {
            kind = ending.succeeded() ? Verdict.Kind.CONVERGED : Verdict.Kind.FAILED_CLEANLY;
            judge(disturbance, ending, wrongs);
        }
        return wrongs.isEmpty()
                ? new Verdict(kind, told(ending))
                : new Verdict(Verdict.Kind.WRONG, told(ending) + String.join("; ", wrongs));
    }

    private void judge(Disturbance disturbance, Ending ending, List<String> wrongs) {
        if (!ending.evidence().met()) {
            wrongs.add("the call was not made");
        }
        wrongs.addAll(new Clarity(story, disturbance).wrongs(ending));
        Traces traces = new Traces(story, disturbance, ending.evidence());
        if (ending.saysSuccess()) {
            judgeSuccess(traces, ending, wrongs);
        }
        Snapshot wanted = expected(traces, ending);
        tell("", traces.unexcused(wanted, ending.tenant()), wrongs);
        wrongs.addAll(traces.lost(wanted, ending.tenant()));
    }

    /** Success means in force, from that moment on, and an answer that says so. */
    private void judgeSuccess(Traces traces, Ending ending, List<String> wrongs) {
        Snapshot wanted = wantedOf(traces);
        tell("at its success ", traces.unexcusedAtEnd(wanted, ending.atEnd()), wrongs);
        for (int side = 0; side < ending.ends().size(); side++) {
            wrongs.addAll(
                    traces.unexcused(undisturbed.ends().get(side), ending.ends().get(side)));
        }
    }

    /**
     * The wanted state after a success, the state before after a failure and its rollback. A failed delete is asked for again,
     * and if that fails too, the resource is whole.
     */
    private Snapshot expected(Traces traces, Ending ending) {
        if (ending.succeeded()) {
            return wantedOf(traces);
        }
        boolean deleted = story.action() == Story.Action.DELETE
                && ending.rollback().stream().allMatch(result -> result.succeeded() || result.failedWith("NotFound"));
        return deleted ? wantedOf(traces) : traces.leftOf(before);
    }

    /** Who made or changed what somebody removes meanwhile cannot say that it is there; a firewall goes on without its rulestack. */
    private Snapshot wantedOf(Traces traces) {
        boolean makes = story.action() == Story.Action.CREATE || story.action() == Story.Action.UPDATE;
        return makes && traces.disturbance().fault() != Fault.RULESTACK_REMOVED
                ? undisturbed.tenant()
                : traces.leftOf(undisturbed.tenant());
    }

    /**
     * Only where the context was lost with a dead process that had written may a create not know its own work; it then leaves
     * nothing else behind, and gives CloudFormation nothing to delete.
     */
    private boolean isDocumentedOrphan(Disturbance disturbance, Ending ending) {
        Place place = new Place(story.wanted());
        List<Difference> differences = before.differencesTo(ending.tenant());
        return story.action() == Story.Action.CREATE
                && disturbance.fault().losesContext()
                && ending.result().failedWith("AlreadyExists")
                && ending.result().model() == null
                && ending.evidence().met()
                && hadWritten(disturbance)
                && !differences.isEmpty()
                && differences.stream()
                        .allMatch(difference -> difference.expected() == null && place.holds(difference.path()));
    }

    private boolean hadWritten(Disturbance disturbance) {
        int last = disturbance.point().number() - (disturbance.fault() == Fault.DIES_AFTER_FORGETTING ? 0 : 1);
        return undisturbed.evidence().points().stream().anyMatch(point -> point.isWrite() && point.number() <= last);
    }

    private static void tell(String when, List<Difference> differences, List<String> wrongs) {
        differences.forEach(difference -> wrongs.add(when + difference));
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
