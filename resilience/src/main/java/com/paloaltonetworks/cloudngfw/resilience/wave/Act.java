package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody is about to do to a rulestack.
 *
 * @param who two acts of one never change places
 * @param where the part of the rulestack that it reads or writes; {@link #ALL} for what has to do with all of them
 */
record Act(String who, Kind kind, String where, String what) {

    static final String ALL = "";

    /** By what an act sees or changes. */
    enum Kind {
        READ,
        READ_STATUS,
        WRITE,
        START_COMMIT,
        END_COMMIT;

        private static final Map<Kind, Set<Kind>> DISTURBED = new EnumMap<>(Map.of(
                READ, EnumSet.of(WRITE, END_COMMIT),
                READ_STATUS, EnumSet.of(START_COMMIT, END_COMMIT),
                WRITE, EnumSet.of(READ, WRITE, START_COMMIT, END_COMMIT),
                START_COMMIT, EnumSet.of(READ_STATUS, WRITE, START_COMMIT, END_COMMIT),
                END_COMMIT, EnumSet.allOf(Kind.class)));
    }

    /** Whether it makes no difference which of the two comes first. */
    boolean commutesWith(Act other) {
        return !who.equals(other.who) && (!Kind.DISTURBED.get(kind).contains(other.kind) || isElsewhere(other));
    }

    private boolean isElsewhere(Act other) {
        return !where.equals(ALL) && !other.where.equals(ALL) && !where.equals(other.where);
    }
}
