package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything between two commands: stacks, the tenant of the simulated service, the world around it,
 * SSM values and the time. One command at a time works in it.
 */
public final class StateDirectory implements AutoCloseable {

    private final Path folder;
    private final JsonFile tenant;
    private final JsonFile world;
    private final JsonFile settings;
    private final @Nullable FileChannel lockFile;
    private final @Nullable FileLock lock;

    private StateDirectory(Path folder, @Nullable FileChannel lockFile, @Nullable FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.tenant = new JsonFile(folder.resolve("tenant.json"));
        this.world = new JsonFile(folder.resolve("world.json"));
        this.settings = new JsonFile(folder.resolve("settings.json"));
    }

    /**
     * Opens the folder, made when it is not there, and waits until no other command works in it.
     *
     * @param busy called once when there is something to wait for; what it throws ends the waiting
     */
    public static StateDirectory open(Path folder, Runnable busy) {
        try {
            JsonFile.directory(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                lock = waitFor(channel, busy);
            }
            return new StateDirectory(folder, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder " + folder + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static FileLock waitFor(FileChannel channel, Runnable busy) throws IOException {
        try {
            busy.run();
            return channel.lock();
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The place for files of other kinds: readable by their owner only, as the rest is. */
    public Path folder(String name) {
        Path place = folder.resolve(name);
        try {
            JsonFile.directory(place);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + place + " cannot be made", e);
        }
    }

    /** The folder for commands that only look: nothing is made and nobody is waited for. */
    public static StateDirectory look(Path folder) {
        return new StateDirectory(folder, null, null);
    }

    /** @param writeOnly JSON pointers, into the properties of a resource, to what the service does not give back */
    public StackStore stacks(Function<StackResource, List<String>> writeOnly) {
        return new StackStore(folder, writeOnly);
    }

    /** What the simulated service held when it was last saved. */
    public Optional<JsonNode> tenant() {
        return tenant.read();
    }

    public void saveTenant(JsonNode state) {
        tenant.write(state);
    }

    public Optional<JsonNode> world() {
        return world.read();
    }

    public void saveWorld(JsonNode json) {
        world.write(json);
    }

    /** Values of SSM parameters by name. */
    public Map<String, String> ssm() {
        Map<String, String> values = new LinkedHashMap<>();
        setting("ssm")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    public void saveSsm(Map<String, String> values) {
        put("ssm", JsonFile.JSON.valueToTree(values));
    }

    /** The latest moment that an earlier command has seen; null in a new folder. */
    public @Nullable Instant time() {
        JsonNode time = setting("time");
        return time.isTextual() ? Instant.parse(time.textValue()) : null;
    }

    public void saveTime(Instant time) {
        put("time", JsonFile.JSON.valueToTree(time.toString()));
    }

    /** How many stacks were ever made here; each gets an id of its own from it. */
    public int stacksMade() {
        return setting("stacks").asInt(0);
    }

    public void saveStacksMade(int count) {
        put("stacks", JsonFile.JSON.valueToTree(count));
    }

    private JsonNode setting(String name) {
        return settings.read().orElse(JsonFile.JSON.createObjectNode()).path(name);
    }

    private void put(String name, JsonNode value) {
        ObjectNode all = (ObjectNode) settings.read().orElse(JsonFile.JSON.createObjectNode());
        all.set(name, value);
        settings.write(all);
    }

    @Override
    public void close() {
        if (lock == null || lockFile == null) {
            return;
        }
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " cannot be released", e);
        }
    }
}
