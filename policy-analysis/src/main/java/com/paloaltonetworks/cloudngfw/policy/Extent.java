package com.paloaltonetworks.cloudngfw.policy;

/** Some of the values on one axis. Extents are combined with those of the same axis only. */
sealed interface Extent permits Ranges, Names {

    /** The values that lie in both. */
    Extent and(Extent other);

    /** Whether any value lies in both. */
    boolean meets(Extent other);

    /** All other values of the axis. */
    Extent complement();

    boolean isEmpty();

    /** Whether every value of the axis is in it. */
    boolean isWhole();
}
