package com.paloaltonetworks.cloudngfw.local.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A template in the vocabulary of the published types. Comments at its top say what to do with it: {@code # World:} a world
 * to deploy into, {@code # With:} more words for the command, {@code # Fails: LogicalId: words} of the reason that it has to
 * fail for, {@code # Writes nothing} on the way to that, {@code # Draft} when it leaves something uncommitted.
 */
record PublishedTemplate(Path file) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "published", "templates");

    /** Why a resource has to fail. */
    record Failure(String logicalId, String words) {}

    /** All first templates, in the order of their numbers. */
    static List<PublishedTemplate> all() {
        return files().filter(file -> !name(file).contains(".update"))
                .map(PublishedTemplate::new)
                .toList();
    }

    /** What the stack is to be updated to, one after the other. */
    List<PublishedTemplate> updates() {
        String beginning = name(file).replace(".yaml", ".update");
        return files().filter(other -> name(other).startsWith(beginning))
                .map(PublishedTemplate::new)
                .toList();
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    ObjectNode document() {
        return TemplateReader.read(text());
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> world() {
        return said("World: ").toList();
    }

    List<String> words() {
        return said("With: ").flatMap(words -> Stream.of(words.split(" "))).toList();
    }

    List<Failure> failures() {
        return said("Fails: ")
                .map(failure -> failure.split(": ", 2))
                .map(parts -> new Failure(parts[0], parts[1]))
                .toList();
    }

    boolean writesNothing() {
        return said("Writes nothing").findAny().isPresent();
    }

    boolean isDraft() {
        return said("Draft").findAny().isPresent();
    }

    private Stream<String> said(String mark) {
        return text().lines()
                .takeWhile(line -> line.startsWith("#"))
                .filter(line -> line.startsWith("# " + mark))
                .map(line -> line.substring(mark.length() + 2));
    }

    @Override
    public String toString() {
        return name(file).replace(".yaml", "");
    }
}
