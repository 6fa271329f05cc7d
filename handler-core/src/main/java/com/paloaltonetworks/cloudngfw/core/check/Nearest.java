package com.paloaltonetworks.cloudngfw.core.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The known name that a misspelt one most likely meant. */
public final class Nearest {

    /** More names than these help nobody. */
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** {@code did you mean X?}, or nothing when no known name is near. */
    public static String remedy(String wrong, Collection<String> known) {
        return of(wrong, known).map(Nearest::question).orElse("");
    }

    /** As {@link #remedy}; when no name is near, all known ones after the introduction; null when they are too many. */
    public static @Nullable String orAll(String wrong, Collection<String> known, String introduction) {
        boolean few = !known.isEmpty() && known.size() <= MOST_LISTED;
        return of(wrong, known)
                .map(Nearest::question)
                .orElse(
                        few
                                ? introduction
                                        + String.join(
                                                ", ", known.stream().sorted().toList())
                                : null);
    }

    static String question(String name) {
        return "did you mean " + name + "?";
    }

    /** The nearest name within a third of the letters; on a tie the one whose length is nearer, then the alphabet. */
    public static Optional<String> of(String wrong, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparingInt(name -> Math.abs(name.length() - wrong.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
                .filter(name -> distance(wrong, name) < name.length());
    }

    /** Levenshtein distance without regard to case and blanks around. */
    private static int distance(String one, String other) {
        String a = one.strip().toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
