package com.paloaltonetworks.cloudngfw.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Guards the machine's temporary files: the handler runtime empties {@code java.io.tmpdir} at every request, so that must be
 * a folder of our own.
 */
final class TemporaryFolder {

    private static final List<String> OF_MACHINES = List.of("/tmp", "/var/tmp", "/private/tmp", "C:\\Windows\\Temp");

    private TemporaryFolder() {}

    /** @throws IllegalStateException when the folder is missing or the machine's own */
    static void requirePrivate() {
        String name = System.getProperty("java.io.tmpdir");
        if (!Files.isDirectory(Path.of(name))) {
            throw new IllegalStateException("The temporary folder " + name + " does not exist");
        }
        Path folder = real(name);
        Stream<String> environment =
                Stream.of("TMPDIR", "TEMP", "TMP").map(System::getenv).filter(Objects::nonNull);
        if (Stream.concat(OF_MACHINES.stream(), environment)
                .map(TemporaryFolder::real)
                .anyMatch(folder::equals)) {
            throw new IllegalStateException("java.io.tmpdir is " + name
                    + ", which belongs to the whole machine and would be emptied. Start through ./ngfw, or name an empty"
                    + " folder of your own with -Djava.io.tmpdir=FOLDER");
        }
    }

    private static Path real(String name) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException e) { // a folder that is not there cannot be ours
            return path;
        }
    }
}
