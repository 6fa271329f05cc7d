package com.paloaltonetworks.cloudngfw.mutants;

import com.paloaltonetworks.cloudngfw.mutants.Mutant.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Applies every named mutant to a copy of its file, and demands that each of its killers fails on it, having passed on the
 * file as it is. Prints which tests killed which mutant; ends with 1 when one survived.
 */
public final class MutationCheck {

    private final Path root;
    private final Path scratch;
    private final List<Mutant> mutants;

    MutationCheck(Path root, Path scratch, List<Mutant> mutants) {
        this.root = root;
        this.scratch = scratch;
        this.mutants = mutants;
    }

    /** @param args the repository's root, and a folder of our own for everything that is written */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        List<Mutant> mutants = NamedMutants.ALL;
        MutationCheck check = new MutationCheck(Path.of(args[0]), Path.of(args[1]), mutants);
        check.requireGreen();
        System.exit(check.survivors() == 0 ? 0 : 1);
    }

    /** Everything is compiled and run as for a mutant, so that what kills the mutants is their edits. */
    void requireGreen() throws IOException, InterruptedException {
        Version unedited = new Version(scratch, "unedited");
        unedited.compile(contentsOf(mutants.stream().flatMap(mutant -> mutant.edits().stream())));
        Set<String> failures = unedited.failuresOf(mutants.stream()
                .flatMap(mutant -> mutant.testClasses().stream())
                .distinct()
                .toList());
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Tests fail without any mutant: " + failures);
        }
    }

    /** How many mutants some killer of theirs let pass. */
    int survivors() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Set<String>>> runs = mutants.stream()
                    .map(mutant -> pool.submit(() -> failuresOf(mutant)))
                    .toList();
            int survivors = 0;
            for (int index = 0; index < runs.size(); index++) {
                survivors += tell(mutants.get(index), runs.get(index).get()) ? 0 : 1;
            }
            return survivors;
        } finally {
            pool.shutdownNow();
        }
    }

    Set<String> failuresOf(Mutant mutant) throws IOException, InterruptedException {
        Version mutated = new Version(scratch, mutant.name());
        Map<String, String> contents = contentsOf(mutant.edits().stream());
        mutant.edits()
                .forEach(edit -> contents.computeIfPresent(edit.file(), (file, content) -> edit.applyTo(content)));
        mutated.compile(contents);
        return mutated.failuresOf(mutant.testClasses());
    }

    /** The edited files as they are, by their place below the root. */
    private Map<String, String> contentsOf(Stream<Edit> edits) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String file : edits.map(Edit::file).distinct().toList()) {
            contents.put(file, Files.readString(root.resolve(file)));
        }
        return contents;
    }

    /** Whether it is dead. */
    private static boolean tell(Mutant mutant, Set<String> failures) {
        boolean dead = mutant.killers().stream()
                .noneMatch(killer -> Mutant.failuresOf(killer, failures).isEmpty());
        System.out.println((dead ? "killed    " : "SURVIVED  ") + mutant.name());
        for (String killer : mutant.killers()) {
            List<String> tests = Mutant.failuresOf(killer, failures).stream()
                    .map(failure -> failure.replaceFirst(".*#", ""))
                    .toList();
            System.out.println("          " + killer.replaceFirst(".*[.]", "") + ": "
                    + (tests.isEmpty() ? "passed" : String.join(", ", tests)));
        }
        return dead;
    }
}
