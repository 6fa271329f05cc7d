package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.stack.StackStatus;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stacks of a state folder, one file each: {@code stacks/<account>/<region>/<name>.json}, with what must not be shown in
 * {@code <name>.secrets.json} next to it. Deleted stacks move to {@code deleted/<uuid>.json}, to be described by their id.
 */
public final class StackStore {

    private static final String SECRETS = ".secrets.json";

    private final Path folder;
    private final Function<StackResource, List<String>> writeOnly;

    /** @param writeOnly JSON pointers, into the properties of a resource, to what the service does not give back */
    StackStore(Path state, Function<StackResource, List<String>> writeOnly) {
        this.folder = state;
        this.writeOnly = writeOnly;
    }

    /** All stacks that are not deleted, by account, Region and name. */
    public List<Stack> all() {
        return read(folder.resolve("stacks"));
    }

    /** The deleted ones, latest last. */
    public List<Stack> deleted() {
        return read(folder.resolve("deleted"));
    }

    /** Writes a stack; one that is DELETE_COMPLETE leaves its place. */
    public void save(Stack stack) {
        Path place = folder.resolve("stacks")
                .resolve(stack.getAccount())
                .resolve(stack.getRegion())
                .resolve(stack.getStackName() + ".json");
        if (stack.getStatus() == StackStatus.DELETE_COMPLETE) {
            String uuid = stack.getStackId().substring(stack.getStackId().lastIndexOf('/') + 1);
            write(stack, folder.resolve("deleted").resolve(uuid + ".json"));
            new JsonFile(place).delete();
            new JsonFile(secretsOf(place)).delete();
        } else {
            write(stack, place);
        }
    }

    private void write(Stack stack, Path place) {
        ObjectNode document = JsonFile.JSON.valueToTree(stack);
        Set<String> values = new HashSet<>(stack.getSecrets());
        document.remove("secrets");
        List<String> hidden = new ArrayList<>();
        stack.getResources()
                .forEach((id, resource) -> writeOnly.apply(resource).forEach(path -> {
                    hidden.add(Pointers.child("/resources", id) + "/properties" + path);
                    hidden.add(Pointers.child("/resources", id) + "/model" + path);
                }));
        ObjectNode secrets = StackSecrets.takeFrom(document, values, hidden);
        secrets.set("/secrets", JsonFile.JSON.valueToTree(values));
        boolean deleted = stack.getStatus() == StackStatus.DELETE_COMPLETE;
        if (deleted || (secrets.size() == 1 && values.isEmpty())) {
            new JsonFile(secretsOf(place)).delete();
        } else {
            new JsonFile(secretsOf(place)).write(secrets);
        }
        new JsonFile(place).write(document);
    }

    private static Path secretsOf(Path place) {
        return place.resolveSibling(place.getFileName().toString().replace(".json", SECRETS));
    }

    private static List<Stack> read(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(SECRETS))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(StackStore::readStack)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The stacks in " + root + " cannot be read", e);
        }
    }

    private static Stack readStack(Path file) {
        ObjectNode document = (ObjectNode) new JsonFile(file)
                .read()
                .orElseThrow(() -> new IllegalStateException("The file " + file + " has just been removed"));
        JsonNode secrets = new JsonFile(secretsOf(file)).read().orElse(document.objectNode());
        StackSecrets.putInto(document, secrets);
        try {
            return JsonFile.JSON.treeToValue(document, Stack.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The state in " + file + " cannot be read", e);
        }
    }
}
