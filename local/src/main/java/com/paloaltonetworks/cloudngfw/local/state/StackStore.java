package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.stack.StackStatus;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stacks of a state folder, one file each: {@code stacks/<account>/<region>/<name>.json}, with what must not be shown in
 * {@code <name>.secrets.json} next to it. Deleted stacks move to {@code deleted/<uuid>.json}, to be described by their id.
 */
public final class StackStore {

    private static final String SECRETS = ".secrets.json";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");

    private final Documents documents;
    private final Path folder;
    private final Function<StackResource, List<String>> writeOnly;

    /** @param writeOnly JSON pointers, into the properties of a resource, to what the service does not give back */
    StackStore(Documents documents, Path state, Function<StackResource, List<String>> writeOnly) {
        this.documents = documents;
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
            documents.delete(place);
            documents.delete(secretsOf(place));
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
            documents.delete(secretsOf(place));
        } else {
            documents.write(secretsOf(place), secrets);
        }
        documents.write(place, document);
    }

    /** Names become file names again when the stack is saved. */
    private static boolean isWhole(Stack stack) {
        return Stream.of(stack.getStackName(), stack.getAccount(), stack.getRegion())
                        .allMatch(name -> name != null && NAME.matcher(name).matches())
                && Stream.of(
                                stack.getStackId(),
                                stack.getStatus(),
                                stack.getParameters(),
                                stack.getTags(),
                                stack.getResources(),
                                stack.getOutputs(),
                                stack.getImports(),
                                stack.getEvents())
                        .allMatch(Objects::nonNull);
    }

    private static Path secretsOf(Path place) {
        return place.resolveSibling(place.getFileName().toString().replace(".json", SECRETS));
    }

    private List<Stack> read(Path root) {
        return documents.below(root).stream()
                .filter(file -> !file.toString().endsWith(SECRETS))
                .map(this::readStack)
                .toList();
    }

    private Stack readStack(Path file) {
        JsonNode document = documents
                .read(file)
                .orElseThrow(() -> new IllegalStateException("The file " + file + " has just been removed"));
        JsonNode secrets = documents.read(secretsOf(file)).orElse(JsonFile.JSON.createObjectNode());
        try {
            StackSecrets.putInto((ObjectNode) document, secrets);
            Stack stack = JsonFile.JSON.treeToValue(document, Stack.class);
            if (isWhole(stack)) {
                return stack;
            }
            throw new JsonFile(file).broken("it holds no stack");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new JsonFile(file).broken("it holds no stack");
        }
    }
}
