package com.paloaltonetworks.cloudngfw.resilience.sweep;

/** What a disturbed run came to, and why. */
record Verdict(Kind kind, String reason) {

    /** The columns of the matrix. */
    enum Kind {
        /** The wanted state is in force. */
        CONVERGED,
        /** A clear failure, and after CloudFormation's rollback the state before. */
        FAILED_CLEANLY,
        /** A create whose context was lost found its own work and could not know it. */
        DOCUMENTED_ORPHAN,
        /** The fault was not possible at this point; not counted. */
        NOT_POSSIBLE,
        /** Anything else: something is lost or wrong. */
        WRONG
    }
}
