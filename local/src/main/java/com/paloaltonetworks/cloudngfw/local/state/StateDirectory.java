package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything between two commands: stacks, the tenant of the simulated service, the world around it,
 * SSM values and the time. One command at a time works in it.
 */
public final class StateDirectory implements AutoCloseable {

    private final Path folder;
    private final Documents documents;
    private final @Nullable StateLock lock;
    private final Path tenant;
    private final Path world;
    private final Path settings;

    private StateDirectory(Path folder, Documents documents, @Nullable StateLock lock) {
        this.folder = folder;
        this.documents = documents;
        this.lock = lock;
        this.tenant = folder.resolve("tenant.json");
        this.world = folder.resolve("world.json");
        this.settings = folder.resolve("settings.json");
    }

    /**
     * Opens the folder, made when it is not there, and waits until no other command works in it.
     *
     * @param busy called once when there is something to wait for; what it throws ends the waiting
     */
    public static StateDirectory open(Path folder, Runnable busy) {
        try {
            JsonFile.directory(folder);
            return new StateDirectory(folder, new KeptDocuments(), StateLock.alone(folder, busy));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * The folder for a rehearsal: it starts from what is there, and what is saved lasts until it is closed and never reaches
     * the disk. No folder is made. Nobody changes the folder in the meantime.
     *
     * @param busy called once when another command has to end first
     */
    public static StateDirectory rehearse(Path folder, Runnable busy) {
        try {
            Documents passing = new PassingDocuments(new KeptDocuments());
            return new StateDirectory(folder, passing, StateLock.together(folder, busy));
        } catch (IOException e) {
            throw unusable(folder, e);
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
        return new StateDirectory(folder, new KeptDocuments(), null);
    }

    private static UncheckedIOException unusable(Path folder, IOException e) {
        return new UncheckedIOException("The state folder " + folder + " cannot be used", e);
    }

    /** Whether a command works in the folder at this moment; what is in progress otherwise was interrupted. */
    public boolean isBusy() {
        return StateLock.isHeld(folder);
    }

    /** @param writeOnly JSON pointers, into the properties of a resource, to what the service does not give back */
    public StackStore stacks(Function<StackResource, List<String>> writeOnly) {
        return new StackStore(documents, folder, writeOnly);
    }

    /** What the simulated service held when it was last saved. */
    public Optional<JsonNode> tenant() {
        return documents.read(tenant);
    }

    /** The refusal of a tenant that the simulated service did not save. */
    public StackFailure brokenTenant(@Nullable String why) {
        return new JsonFile(tenant).broken(why);
    }

    public void saveTenant(JsonNode state) {
        documents.write(tenant, state);
    }

    public Optional<JsonNode> world() {
        return documents.read(world);
    }

    public void saveWorld(JsonNode json) {
        documents.write(world, json);
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
        try {
            return time.isTextual() ? Instant.parse(time.textValue()) : null;
        } catch (DateTimeParseException e) {
            throw new JsonFile(settings).broken("its time is none");
        }
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
        return documents.read(settings).orElse(JsonFile.JSON.createObjectNode()).path(name);
    }

    private void put(String name, JsonNode value) {
        ObjectNode all = (ObjectNode) documents.read(settings).orElse(JsonFile.JSON.createObjectNode());
        all.set(name, value);
        documents.write(settings, all);
    }

    /**
     * A number for the chances of the next command when nobody names a seed. It follows from what the folder has seen, so that
     * a rehearsal and the command after it draw the same.
     */
    public long lot() {
        return Objects.hash(String.valueOf(time()), stacksMade());
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " cannot be released", e);
        }
    }
}
