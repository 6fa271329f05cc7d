package com.paloaltonetworks.cloudngfw.mutants;

import java.util.Collection;
import java.util.List;

/**
 * A wrong version of the product, and the tests that know it is wrong.
 *
 * @param name the mistake, as a reviewer would call it
 * @param edits what makes it, one after the other
 * @param killers test classes, or one test of a class as {@code <class>#<method>}; every one of them must pass on the right
 *     version and fail on the wrong one
 */
record Mutant(String name, List<Edit> edits, List<String> killers) {

    Mutant {
        edits = List.copyOf(edits);
        killers = List.copyOf(killers);
    }

    /** To run them all. */
    List<String> testClasses() {
        return killers.stream()
                .map(killer -> killer.replaceFirst("#.*", ""))
                .distinct()
                .toList();
    }

    /** Those of the failures, each as {@code <class>#<method>}, that are this killer's. */
    static List<String> failuresOf(String killer, Collection<String> failures) {
        return failures.stream()
                .filter(failure -> failure.equals(killer) || failure.startsWith(killer + "#"))
                .toList();
    }

    /**
     * Of one place of a file.
     *
     * @param file below the repository's root
     * @param found what the place reads; may begin and end within a line
     */
    record Edit(String file, String found, String instead) {

        /** @throws IllegalStateException when the place is not there, or not the only one: the file has moved on */
        String applyTo(String source) {
            int place = source.indexOf(found);
            if (place < 0 || source.indexOf(found, place + 1) >= 0) {
                throw new IllegalStateException("A mutant no longer applies: " + file + " holds "
                        + (place < 0 ? "no" : "more than one") + " place that reads\n" + found);
            }
            return source.substring(0, place) + instead + source.substring(place + found.length());
        }
    }
}
