package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.ArrayList;
import java.util.List;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A look at others' uncommitted entries that one invocation had no time for, kept for the next. Small, as contexts are. */
@Data
@NoArgsConstructor
public final class Look {

    private static final int MOST_NAMES = 10;

    /** Digests of the siblings' entries that an unfinished look has found. */
    private List<String> kin = List.of();

    /** Digests of the entries of anybody else. */
    private List<String> strange = List.of();

    /** Once it is finished: the first by name that belong to resources of the same stack. */
    private List<String> siblings = List.of();

    /** Once it is finished: some that belong to anybody else, and how many more there are. */
    private List<String> foreign = List.of();

    /** Milliseconds of the epoch when it was finished; null while it is not. */
    private @Nullable Long finished;

    public static Look unfinished(List<String> kin, List<String> strange) {
        Look look = new Look();
        look.setKin(kin);
        look.setStrange(strange);
        return look;
    }

    public static Look finished(List<String> siblings, List<String> foreign, long moment) {
        Look look = new Look();
        look.setSiblings(siblings.stream().sorted().limit(MOST_NAMES).toList());
        List<String> named = new ArrayList<>(foreign.stream().limit(MOST_NAMES).toList());
        if (foreign.size() > MOST_NAMES) {
            named.add("and " + (foreign.size() - MOST_NAMES) + " more");
        }
        look.setForeign(named);
        look.setFinished(moment);
        return look;
    }
}
