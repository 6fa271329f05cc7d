package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the wanted content stands, read after the commit status was seen not to be pending.
 *
 * @param inCandidate the candidate holds exactly what is wanted
 * @param inRunning so does the running configuration
 * @param difference the first place where they differ from what is wanted, with both values; null when neither does
 * @param siblings uncommitted entries of other resources of the same stack
 * @param foreign uncommitted entries of anybody else
 * @param whole whether time sufficed to look at all that others have uncommitted
 */
public record Standing(
        boolean inCandidate,
        boolean inRunning,
        @Nullable String difference,
        List<String> siblings,
        List<String> foreign,
        boolean whole) {

    public Standing(
            boolean inCandidate,
            boolean inRunning,
            @Nullable String difference,
            List<String> siblings,
            List<String> foreign) {
        this(inCandidate, inRunning, difference, siblings, foreign, true);
    }

    public Standing {
        siblings = List.copyOf(siblings);
        foreign = List.copyOf(foreign);
    }

    /** Everybody else's uncommitted entries, for a message. */
    String others() {
        List<String> others = Stream.concat(siblings.stream(), foreign.stream()).toList();
        return others.isEmpty() ? "nothing now" : String.join(", ", others);
    }

    boolean isAlone() {
        return siblings.isEmpty() && foreign.isEmpty();
    }
}
