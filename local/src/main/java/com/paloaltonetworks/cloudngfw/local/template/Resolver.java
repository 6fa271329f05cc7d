package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Functions.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Replaces function calls by their results. */
public final class Resolver {

    /** Of all values of one resource. Guess: CloudFormation publishes no bound. */
    private static final int LONGEST_RESULT = 10_000_000;

    private final Scope scope;
    private final StringFunctions strings = new StringFunctions(this::name);

    public Resolver(Scope scope) {
        this.scope = scope;
    }

    /**
     * The value without functions; a missing node for AWS::NoValue. Members and items that are AWS::NoValue are left out.
     *
     * @throws TemplateRejected naming the call that has no result, and why
     */
    public JsonNode resolve(JsonNode value, String path) {
        Optional<Call> call = Functions.callIn(value);
        if (call.isPresent()) {
            return scope.result(
                    () -> call(call.get(), Pointers.child(path, call.get().function())));
        }
        if (value.isObject()) {
            return members(value, path);
        }
        return value.isArray() ? items(value, path) : value;
    }

    /** As {@link #resolve}, for a value that is an object and stays one. */
    public ObjectNode resolveObject(ObjectNode value, String path) {
        JsonNode resolved = resolve(value, path);
        if (length(resolved) > LONGEST_RESULT) {
            throw new TemplateRejected(Problem.error(
                    path, "Template error: what comes out here has more than " + LONGEST_RESULT + " characters"));
        }
        return resolved instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** References share a long text in memory, but not where it is written. */
    private static long length(JsonNode value) {
        return value.isValueNode()
                ? value.asText().length()
                : value.valueStream().mapToLong(Resolver::length).sum();
    }

    private ObjectNode members(JsonNode value, String path) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(member -> {
            JsonNode resolved = resolve(member.getValue(), Pointers.child(path, member.getKey()));
            if (!resolved.isMissingNode()) {
                object.set(member.getKey(), resolved);
            }
        });
        return object;
    }

    private ArrayNode items(JsonNode value, String path) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            JsonNode resolved = resolve(value.get(i), Pointers.child(path, i));
            if (!resolved.isMissingNode()) {
                items.add(resolved);
            }
        }
        return items;
    }

    private JsonNode call(Call call, String path) {
        JsonNode argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> name(new Reference(argument.asText(), null, path));
            case "Fn::GetAtt" -> attribute(argument, path);
            case "Fn::If" -> branch(argument, path);
            case "Fn::Sub" -> substitute(argument, path);
            case "Fn::FindInMap" -> mapped(items(argument, path), path);
            case "Fn::GetAZs" -> scope.availabilityZones(text(argument, path));
            case "Fn::ImportValue" -> TextNode.valueOf(scope.importValue(text(argument, path), path));
            case "Fn::Join" -> strings.join(items(argument, path), path);
            case "Fn::Split" -> strings.split(items(argument, path), path);
            case "Fn::Select" -> strings.select(items(argument, path), path);
            case "Fn::Base64" -> strings.base64(text(argument, path));
            case "Fn::Cidr" -> Cidr.blocks(items(argument, path), path);
            default ->
                throw new TemplateRejected(
                        Problem.error(path, "Template format error: " + call.function() + " cannot stand here"));
        };
    }

    private JsonNode name(Reference reference) {
        if (reference.attribute() != null) {
            return scope.attribute(reference);
        }
        return reference.name().equals("AWS::NoValue") ? MissingNode.getInstance() : scope.ref(reference);
    }

    private JsonNode attribute(JsonNode argument, String path) {
        JsonNode pair = items(YamlTemplate.splitAttribute(argument), path);
        return scope.attribute(new Reference(pair.path(0).asText(), pair.path(1).asText(), path));
    }

    private JsonNode branch(JsonNode argument, String path) {
        int taken = scope.condition(argument.get(0).asText()) ? 1 : 2;
        return resolve(argument.get(taken), Pointers.child(path, taken));
    }

    private JsonNode substitute(JsonNode argument, String path) {
        if (argument.isTextual()) {
            return strings.substitute(argument.textValue(), MissingNode.getInstance(), path);
        }
        return strings.substitute(argument.get(0).textValue(), members(argument.get(1), Pointers.child(path, 1)), path);
    }

    private JsonNode mapped(JsonNode keys, String path) {
        JsonNode found = scope.mappings();
        String remedy = "";
        for (JsonNode key : keys) {
            if (remedy.isEmpty() && !found.has(key.asText())) {
                List<String> names = new ArrayList<>();
                found.fieldNames().forEachRemaining(names::add);
                remedy = Objects.requireNonNullElse(Nearest.orAll(key.asText(), names, "its keys are "), "");
            }
            found = found.path(key.asText());
        }
        if (found.isMissingNode() || found.isObject()) {
            String name =
                    String.join("::", keys.valueStream().map(JsonNode::asText).toList());
            throw new TemplateRejected(
                    Problem.error(path, name, "Template error: Unable to get mapping for " + name, remedy));
        }
        return found;
    }

    private String text(JsonNode argument, String path) {
        JsonNode resolved = resolve(argument, path);
        if (!resolved.isValueNode()) {
            throw new TemplateRejected(
                    Problem.error(path, Problem.shown(resolved), "Template error: the argument must be a string", ""));
        }
        return resolved.asText();
    }
}
