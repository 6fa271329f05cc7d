package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody is about to do to a rulestack.
 *
 * @param who two acts of one never change places
 */
record Act(String who, Kind kind, String what) {

    /** By what an act sees or changes. */
    enum Kind {
        READ_RULES,
        READ_STATUS,
        WRITE,
        START_COMMIT,
        END_COMMIT;

        private static final Map<Kind, Set<Kind>> DISTURBED = new EnumMap<>(Map.of(
                READ_RULES, EnumSet.of(WRITE, END_COMMIT),
                READ_STATUS, EnumSet.of(START_COMMIT, END_COMMIT),
                WRITE, EnumSet.of(READ_RULES, WRITE, START_COMMIT, END_COMMIT),
                START_COMMIT, EnumSet.of(READ_STATUS, WRITE, START_COMMIT, END_COMMIT),
                END_COMMIT, EnumSet.allOf(Kind.class)));
    }

    /** Whether it makes no difference which of the two comes first. */
    boolean commutesWith(Act other) {
        return !who.equals(other.who) && !Kind.DISTURBED.get(kind).contains(other.kind);
    }
}
