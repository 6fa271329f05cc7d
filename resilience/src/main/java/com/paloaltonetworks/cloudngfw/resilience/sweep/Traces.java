package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Snapshot.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody else did during a run, value by value, and what of it may be seen afterwards. Nothing else is excused.
 */
record Traces(Story story, Disturbance disturbance, Evidence evidence) {

    private static final String CANDIDATE = "/Candidate/";
    private static final String RUNNING = "/Running/";

    /** What is wanted, without what somebody removed as a whole: none of that may come back. */
    Snapshot leftOf(Snapshot wanted) {
        Set<String> removed = removed();
        return wanted.without(path -> removed.stream().anyMatch(path::startsWith));
    }

    /** What differs from what is wanted and is not somebody else's doing. */
    List<Difference> unexcused(Snapshot wanted, Snapshot found) {
        return wanted.differencesTo(found).stream()
                .filter(difference -> !isExcused(difference))
                .toList();
    }

    /** The same for the moment of a success, when what somebody started may still be under way. */
    List<Difference> unexcusedAtEnd(Snapshot wanted, Snapshot found) {
        return unexcused(wanted.inForce(), found.inForce()).stream()
                .filter(difference -> !isBeingPushed(difference))
                .toList();
    }

    /** What somebody edited that is not the operation's, and that is not there any more. */
    List<String> lost(Snapshot wanted, Snapshot found) {
        if (fault() != Fault.FOREIGN_EDIT) {
            return List.of();
        }
        return evidence.deeds().stream()
                .filter(deed -> wanted.holdsAnything(wholeOf(deed.path())))
                .filter(deed -> !Objects.equals(found.values().get(deed.path()), deed.actual()))
                .map(deed -> "somebody's edit is gone: " + deed.path() + " is "
                        + found.values().get(deed.path()) + " instead of " + deed.actual())
                .toList();
    }

    /** How an answer differs from the one without a fault, apart from the values that somebody gave what it tells. */
    List<String> unexcused(Result wanted, Result found) {
        List<String> wrongs = new ArrayList<>();
        if (wanted.model() != null && found.model() != null) {
            Snapshot.of(wanted.model()).differencesTo(Snapshot.of(found.model())).stream()
                    .filter(difference -> !tellsAnEdit(difference) && !isBeingPushed(difference))
                    .forEach(difference -> wrongs.add("the answer's " + difference));
        } else if (wanted.succeeded() && found.succeeded() && (wanted.model() == null) != (found.model() == null)) {
            wrongs.add("answered " + found.model() + " instead of " + wanted.model());
        }
        if (!wanted.models().equals(found.models()) && !lacksTheRemovedOnly(wanted, found)) {
            wrongs.add("listed " + found.models() + " instead of " + wanted.models());
        }
        return wrongs;
    }

    private boolean isExcused(Difference difference) {
        return switch (fault()) {
            case FOREIGN_EDIT -> isDeed(difference) || isCommittedAlong(difference);
            case OWN_EDIT, RULESTACK_REMOVED -> isDeed(difference);
            default -> false;
        };
    }

    /** While somebody's commit is pushed to them, firewalls say so. */
    private boolean isBeingPushed(Difference difference) {
        return fault() == Fault.COMMIT && lastOf(difference.path()).equals("RuleStackStatus");
    }

    /** A draft stays in the candidate; a firewall has one view only, so what is edited there is in force. */
    private boolean isDeed(Difference difference) {
        return !difference.path().contains(RUNNING)
                && evidence.deeds().stream()
                        .anyMatch(deed -> deed.path().equals(difference.path())
                                && Objects.equals(deed.actual(), difference.actual()));
    }

    /** A rule's handler looks for drafts of others before its commit; one that comes after that look it cannot know. */
    private boolean isCommittedAlong(Difference difference) {
        boolean mayBe = story.wanted().kind() != ResourceKind.SECURITY_RULE || evidence.tooLate();
        return mayBe
                && difference.path().contains(RUNNING)
                && isDeed(new Difference(
                        difference.path().replace(RUNNING, CANDIDATE), difference.expected(), difference.actual()));
    }

    private boolean tellsAnEdit(Difference difference) {
        return (fault() == Fault.FOREIGN_EDIT || fault() == Fault.OWN_EDIT)
                && evidence.deeds().stream()
                        .anyMatch(deed -> Objects.equals(deed.actual(), difference.actual())
                                && lastOf(deed.path()).equals(lastOf(difference.path())));
    }

    private boolean lacksTheRemovedOnly(Result wanted, Result found) {
        return wanted.models().containsAll(found.models())
                && wanted.models().stream()
                        .filter(model -> !found.models().contains(model))
                        .allMatch(model -> removed().stream()
                                .anyMatch(removed -> model.toString().contains("\"" + nameOf(removed) + "\"")));
    }

    /** Of what somebody removed, its name went too. */
    private Set<String> removed() {
        return !fault().removes()
                ? Set.of()
                : evidence.deeds().stream()
                        .filter(deed -> deed.actual() == null)
                        .map(Difference::path)
                        .filter(path -> path.matches("(Rulestacks/[^/]+/RuleStackName|Firewalls/[^/]+/FirewallName)"))
                        .map(Traces::wholeOf)
                        .collect(Collectors.toSet());
    }

    private Fault fault() {
        return disturbance.fault();
    }

    /** Of {@code Rulestacks/edge/Tags/team/Value} the part {@code Rulestacks/edge/}. */
    private static String wholeOf(String path) {
        return path.substring(0, path.indexOf('/', path.indexOf('/') + 1) + 1);
    }

    private static String nameOf(String whole) {
        return whole.substring(whole.indexOf('/') + 1, whole.length() - 1);
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
