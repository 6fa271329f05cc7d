package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.type.SchemaTypes.Primitives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An AWS type whose resources are recorded and given ids, but made nowhere. */
public final class PlaceholderType implements ResourceType {

    /** The reason of every event of a placeholder. */
    public static final String REASON = "LOCAL PLACEHOLDER: recorded, not created";

    private final PlaceholderDefinition definition;

    PlaceholderType(PlaceholderDefinition definition) {
        this.definition = definition;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public boolean isPlaceholder() {
        return true;
    }

    @Override
    public ObjectNode typed(ObjectNode properties) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(member -> {
            String type = definition.properties().getOrDefault(member.getKey(), "");
            typed.set(
                    member.getKey(),
                    type.isEmpty() ? member.getValue() : Primitives.convert(member.getValue(), List.of(type)));
        });
        return (ObjectNode) Numbers.plain(typed);
    }

    @Override
    public List<Problem> problems(ObjectNode properties, String path) {
        List<Problem> problems = new ArrayList<>();
        definition.required().stream()
                .filter(name -> !properties.has(name))
                .forEach(name -> problems.add(Problem.error(path, "Property " + name + " is required for " + name())));
        properties.properties().forEach(member -> {
            String type = definition.properties().get(member.getKey());
            String place = Pointers.child(path, member.getKey());
            if (type == null) {
                problems.add(Problem.error(
                        place,
                        member.getKey(),
                        "Encountered unsupported property " + member.getKey() + " of " + name(),
                        Nearest.remedy(member.getKey(), definition.properties().keySet())));
            } else if (!isOf(type, member.getValue())) {
                problems.add(Problem.error(
                        place,
                        Problem.shown(member.getValue()),
                        "Value of property " + member.getKey() + " must be of type " + type,
                        ""));
            }
        });
        return problems;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject() || value.isTextual();
            default -> true;
        };
    }

    @Override
    public boolean wantsText(String pointer) {
        return definition.properties().getOrDefault(pointer.substring(1), "").equals("string");
    }

    @Override
    public boolean hasAttribute(String attribute) {
        return definition.attributes().contains(attribute);
    }

    @Override
    public List<String> attributes() {
        return definition.attributes();
    }

    @Override
    public boolean replaces(ObjectNode before, ObjectNode after) {
        return definition.createOnly().stream()
                .anyMatch(name -> !before.path(name).equals(after.path(name)));
    }

    @Override
    public boolean deletesBeforeCreating() {
        return false;
    }

    @Override
    public boolean isTaggable() {
        return false;
    }

    @Override
    public List<String> writeOnly() {
        return List.of();
    }

    @Override
    public Optional<String> physicalId(JsonNode model) {
        return Optional.empty();
    }

    @Override
    public Result create(Operation operation, Listener listener) {
        return recorded(operation, null);
    }

    @Override
    public Result update(Operation operation, Listener listener) {
        return recorded(operation, operation.physicalId());
    }

    @Override
    public Result delete(Operation operation, Listener listener) {
        return done(null, operation.physicalId());
    }

    @Override
    public Result read(Operation operation) {
        return done(operation.request().desired(), operation.physicalId());
    }

    /** The model is the properties with all attributes; bad properties fail as a handler would make them fail. */
    private Result recorded(Operation operation, @Nullable String physicalId) {
        Request request = operation.request();
        List<Problem> problems = problems(request.desired(), "");
        if (!problems.isEmpty()) {
            String message =
                    String.join("; ", problems.stream().map(Problem::toLine).toList());
            return new Result(
                    Result.Status.FAILED,
                    "InvalidRequest",
                    message,
                    null,
                    physicalId,
                    List.of(),
                    null,
                    "placeholder",
                    1);
        }
        PlaceholderValues values = new PlaceholderValues(
                definition,
                new PlaceholderIdentity(request.stackId(), request.logicalId(), operation.generation()),
                request.desired());
        ObjectNode model = request.desired().deepCopy();
        definition.attributes().forEach(name -> model.set(name, values.attribute(name)));
        return done(model, physicalId == null ? values.ref() : physicalId);
    }

    private static Result done(@Nullable ObjectNode model, @Nullable String physicalId) {
        return new Result(Result.Status.SUCCESS, null, REASON, model, physicalId, List.of(), null, "placeholder", 1);
    }

    @Override
    public @Nullable JsonNode attribute(JsonNode model, String attribute) {
        return model.get(attribute);
    }

    /** The value that Ref will have for a placeholder with these properties. */
    public String refOf(PlaceholderSubject subject, ObjectNode properties) {
        return values(subject, properties).ref();
    }

    /** The value that Fn::GetAtt will have for a placeholder with these properties. */
    public JsonNode attributeOf(PlaceholderSubject subject, ObjectNode properties, String attribute) {
        return values(subject, properties).attribute(attribute);
    }

    private PlaceholderValues values(PlaceholderSubject subject, ObjectNode properties) {
        return new PlaceholderValues(
                definition, new PlaceholderIdentity(subject.stackId(), subject.logicalId(), 0), properties);
    }

    /** Which resource of which stack is meant. */
    public record PlaceholderSubject(String stackId, String logicalId) {}
}
