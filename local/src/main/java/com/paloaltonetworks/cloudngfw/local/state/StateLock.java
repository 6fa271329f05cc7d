package com.paloaltonetworks.cloudngfw.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps commands that work in one state folder apart: one that changes it is alone, those that only read are together. */
final class StateLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel channel;
    private final FileLock lock;

    private StateLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until no other command works in the folder; {@code busy} is called once when there is something to wait for. */
    static StateLock alone(Path folder, Runnable busy) throws IOException {
        return take(folder, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), busy);
    }

    /** As {@link #alone}, together with others that only read; null, with nothing made, where no command has ever worked. */
    static @Nullable StateLock together(Path folder, Runnable busy) throws IOException {
        return Files.exists(folder.resolve(FILE)) ? take(folder, Set.of(StandardOpenOption.READ), busy) : null;
    }

    private static StateLock take(Path folder, Set<OpenOption> options, Runnable busy) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), options);
        boolean shared = options.contains(StandardOpenOption.READ);
        try {
            FileLock lock = tryLock(channel, shared);
            if (lock == null) {
                busy.run();
                lock = channel.lock(0, Long.MAX_VALUE, shared);
            }
            return new StateLock(channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Whether a command is changing the folder at this moment. */
    static boolean isHeld(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = tryLock(channel, true)) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " cannot be looked at", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
