package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.ArrayList;
import java.util.List;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * A look at others' uncommitted entries that one invocation had no time for, kept for the next: a few names and a count,
 * however many entries there are.
 */
@Data
@NoArgsConstructor
public final class Look {

    private static final int MOST_NAMES = 4;

    /** How many rules an unfinished look has asked about, in the order of their names. */
    private int passed;

    /** A digest of these, to see that they are still the same. */
    private @Nullable String digest;

    /** The first by name that belong to resources of the same stack. */
    private List<String> siblings = List.of();

    /** Some that belong to anybody else. */
    private List<String> foreign = List.of();

    /** How many more those are. */
    private int foreignBesides;

    /** Milliseconds of the epoch when it was finished; null while it is not. */
    private @Nullable Long finished;

    /** @param siblings in the order of their names */
    public static Look of(List<String> siblings, List<String> foreign, int foreignBesides) {
        Look look = new Look();
        look.setSiblings(siblings.stream().limit(MOST_NAMES).toList());
        look.setForeign(foreign.stream().limit(MOST_NAMES).toList());
        look.setForeignBesides(
                foreignBesides + foreign.size() - look.getForeign().size());
        return look;
    }

    public Look unfinished(int asked, String ofThose) {
        passed = asked;
        digest = ofThose;
        return this;
    }

    public Look finishedAt(long moment) {
        finished = moment;
        return this;
    }

    /** For a message. */
    public List<String> foreignInShort() {
        List<String> names = new ArrayList<>(foreign);
        if (foreignBesides > 0) {
            names.add("and " + foreignBesides + " more");
        }
        return names;
    }
}
