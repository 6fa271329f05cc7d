package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether failures have the code that their cause demands, are true, and say what they are about. */
record Clarity(Story story, Disturbance disturbance) {

    /** In the message of a rule's handler that refuses to commit what somebody else edited. */
    private static final String DRAFT = "foreign-list";

    /** What the messages of failed sign-ins name, which concern no single resource. */
    private static final List<String> SIGN_INS = List.of("AssumeRole", "mgmt/tokens");

    List<String> wrongs(Ending ending) {
        List<String> wrongs = new ArrayList<>();
        judgeOwn(ending, wrongs);
        ending.ends().stream()
                .skip(1)
                .filter(Clarity::isFailed)
                .filter(partner -> !isInTheWay(ending.result(), partner))
                .forEach(partner -> judge(partner, wrongs));
        ending.rollback().forEach(result -> judgeRollback(result, wrongs));
        return wrongs;
    }

    private void judgeOwn(Ending ending, List<String> wrongs) {
        Result own = ending.result();
        if (own.failedWith("NotFound") && placeOf(story).isTakenIn(ending.atEnd())) {
            wrongs.add("answered NotFound although it is there");
        }
        if (isFailed(own) && !isDeleted(story.action() == Story.Action.DELETE, own)) {
            judge(own, wrongs);
        }
    }

    /** Who looks or lists says less of it than who made it. */
    private static Place placeOf(Story story) {
        return new Place(story.before() == null ? story.wanted() : story.before());
    }

    private void judge(Result failed, List<String> wrongs) {
        Set<String> codes = disturbance.fault().codes(story, disturbance.point());
        if (codes.isEmpty()) {
            wrongs.add("gave up although it passes");
        } else if (!codes.contains(failed.errorCode())) {
            wrongs.add("failed with " + failed.errorCode() + " instead of " + codes);
        }
        judgeMessage(failed, wrongs);
        if (disturbance.fault() == Fault.FOREIGN_EDIT && !messageOf(failed).contains(DRAFT)) {
            wrongs.add("the message does not name the draft: " + failed.message());
        }
    }

    private void judgeMessage(Result failed, List<String> wrongs) {
        String message = messageOf(failed);
        if (message.contains("Bug:")) {
            wrongs.add("says it is a bug");
        }
        if (names().stream().noneMatch(name -> isIn(message, name))) {
            wrongs.add("the message names nothing: " + message);
        }
    }

    /** A delete that a stranger's draft stands in the way of fails for as long as the draft is there. */
    private void judgeRollback(Result result, List<String> wrongs) {
        if (!isFailed(result)) {
            return;
        }
        boolean deletes = story.action() == Story.Action.CREATE || story.action() == Story.Action.DELETE;
        if (story.action() == Story.Action.DELETE && disturbance.fault() == Fault.FOREIGN_EDIT) {
            judge(result, wrongs);
        } else if (!isDeleted(deletes || disturbance.fault().removes(), result)) {
            wrongs.add("the rollback failed: " + result.message());
        }
        judgeMessage(result, wrongs);
    }

    /** The other side of a swap has no place as long as the story's own rule, which failed, keeps the old one. */
    private boolean isInTheWay(Result own, Result partner) {
        return isFailed(own)
                && partner.failedWith("InvalidRequest")
                && messageOf(partner).contains("is taken by rule " + text(story.wanted(), "RuleName"));
    }

    /** CloudFormation takes NotFound for success where it wants nothing. */
    private static boolean isDeleted(boolean wantsNothing, Result result) {
        return wantsNothing && result.failedWith("NotFound");
    }

    private static boolean isFailed(Result result) {
        return result.status() == Result.Status.FAILED;
    }

    private static String messageOf(Result result) {
        return Objects.requireNonNullElse(result.message(), "");
    }

    /** The resource itself; to list, there is only where resources of its kind are. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(SIGN_INS);
        for (Resource resource : List.of(story.wanted(), story.before() == null ? story.wanted() : story.before())) {
            for (String member : List.of("RuleStackName", "GlobalRuleStackName", "RuleName", "FirewallName")) {
                String name = text(resource, member);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        if (story.action() == Story.Action.LIST) {
            names.add(story.wanted().kind() == ResourceKind.FIREWALL ? "ngfirewalls" : "rulestacks");
        }
        return names;
    }

    /** As a word: a firewall called wall is not named by {@code /ngfirewalls}. */
    private static boolean isIn(String message, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(message)
                .find();
    }

    private static @Nullable String text(Resource resource, String member) {
        return resource.properties().path(member).asText(null);
    }
}
