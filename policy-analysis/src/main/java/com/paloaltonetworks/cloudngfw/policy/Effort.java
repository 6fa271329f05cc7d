package com.paloaltonetworks.cloudngfw.policy;

/** How much work an analysis may still do, counted in pairs of boxes looked at; so that every policy gets its answer. */
final class Effort {

    private static final long PER_POLICY = 2_000_000;
    private static final long PER_QUESTION = 50_000;

    private long left = PER_POLICY;
    private long leftOfQuestion;

    void beginQuestion() {
        leftOfQuestion = Math.min(PER_QUESTION, left);
    }

    /** Whether one more pair may be looked at. */
    boolean take() {
        if (leftOfQuestion == 0) {
            return false;
        }
        leftOfQuestion--;
        left--;
        return true;
    }
}
