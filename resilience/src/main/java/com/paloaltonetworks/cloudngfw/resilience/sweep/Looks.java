package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.util.ArrayList;
import java.util.List;

/** Who looked for drafts and who committed, in order, and when somebody else edited in between. */
final class Looks {

    /** Where a handler sees the drafts that somebody makes in the sweep. */
    private static final String DRAFTS = "/prefixlists";

    private final List<Step> steps = new ArrayList<>();
    private int deed = Integer.MAX_VALUE;

    /** @param own whether the story's own operation calls, not another handler */
    private record Step(boolean own, String call) {

        boolean isCommit() {
            return Point.isCommit(call);
        }

        boolean isLookOf(boolean whose) {
            return own == whose && call.startsWith("GET ") && call.endsWith(DRAFTS);
        }
    }

    void called(boolean own, String call) {
        steps.add(new Step(own, call));
    }

    void edited() {
        deed = steps.size();
    }

    /**
     * Whether a commit could not but take the edit along: one was under way, or whoever started the next had looked before the
     * edit and not since.
     */
    boolean cameTooLate() {
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at).isCommit()) {
                boolean committer = steps.get(at).own();
                return at < deed
                        || (steps.subList(0, deed).stream().anyMatch(step -> step.isLookOf(committer))
                                && steps.subList(deed, at).stream().noneMatch(step -> step.isLookOf(committer)));
            }
        }
        return false;
    }
}
