package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.template.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One JSON document in a file: readable by its owner only, and never seen half-written. */
final class JsonFile {

    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Far beyond the largest tenant. */
    private static final int LONGEST = 256 * 1024 * 1024;

    private final Path path;

    JsonFile(Path path) {
        this.path = path;
    }

    /** @throws StackFailure when the file holds anything but a JSON object: somebody else wrote it */
    Optional<JsonNode> read() {
        try {
            JsonNode document = JSON.readTree(new TextFile(path).read(LONGEST));
            if (document.isObject()) {
                return Optional.of(document);
            }
            throw broken("it is not a JSON object");
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw broken("it is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw broken(e.getMessage());
        }
    }

    /** The refusal of a document that does not hold what it was saved with. */
    StackFailure broken(@Nullable String why) {
        return StackFailure.usage(
                "ValidationError",
                "The state in " + path + " cannot be read: " + why
                        + ". Choose another folder with --state, or remove this one to begin anew");
    }

    void write(JsonNode document) {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        try {
            directory(path.getParent());
            Files.deleteIfExists(draft);
            create(draft);
            Files.write(draft, JSON.writeValueAsBytes(document));
            move(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + path + " cannot be written", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + path + " cannot be removed", e);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes a folder that only its owner can enter, with all that lead to it. */
    static void directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException e) { // not a POSIX file system: its own defaults must do
            Files.createDirectories(directory);
        } catch (FileSystemException e) {
            throw new IOException("The folder " + directory + " cannot be made", e);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) { // not a POSIX file system: its own defaults must do
            Files.createFile(file);
        }
    }
}
