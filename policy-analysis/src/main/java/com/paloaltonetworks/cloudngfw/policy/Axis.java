package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Finding.Unknown;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule can ask about traffic.
 *
 * @param name of the thing whose content is not known; empty where an axis has its values on it
 */
record Axis(Kind kind, Part part, String name) implements Comparable<Axis> {

    /** The parts of a rule, all of which must match. */
    enum Part {
        SOURCE,
        DESTINATION,
        APPLICATION,
        CATEGORY,
        SERVICE
    }

    /** What lies on an axis. */
    enum Kind {
        APPLICATION(null),
        PORT(null),
        ADDRESS(null),
        /** Countries are told apart, but which addresses lie in them is not known. */
        COUNTRY(Unknown.COUNTRY),
        DEFAULT_PORTS(Unknown.DEFAULT_PORTS),
        CATEGORY(Unknown.CATEGORY),
        FQDN(Unknown.FQDN),
        PREFIX_LIST(Unknown.PREFIX_LIST),
        FEED(Unknown.FEED),
        TEXT(Unknown.TEXT);

        private final @Nullable Unknown unknown;

        Kind(@Nullable Unknown unknown) {
            this.unknown = unknown;
        }

        /** How the axis lies to the others of its part, if nothing is known of that. */
        Optional<Unknown> unknown() {
            return Optional.ofNullable(unknown);
        }

        boolean isOpaque() {
            return unknown != null;
        }
    }

    /** Known axes come first, so that what is cut off along them is free of any doubt. */
    private static final Comparator<Axis> ORDER =
            Comparator.comparing(Axis::kind).thenComparing(Axis::part).thenComparing(Axis::name);

    static Axis of(Kind kind, Part part) {
        return new Axis(kind, part, "");
    }

    @Override
    public int compareTo(Axis other) {
        return ORDER.compare(this, other);
    }
}
