package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents as files, one each. */
final class KeptDocuments implements Documents {

    @Override
    public Optional<JsonNode> read(Path path) {
        return new JsonFile(path).read();
    }

    @Override
    public void write(Path path, JsonNode document) {
        new JsonFile(path).write(document);
    }

    @Override
    public void delete(Path path) {
        new JsonFile(path).delete();
    }

    @Override
    public List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The stacks in " + folder + " cannot be read", e);
        }
    }
}
