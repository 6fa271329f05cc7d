package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type of the registry: its operations run through the very handler that is deployed. */
public final class ThirdPartyType implements ResourceType {

    private final TypeSchema schema;
    private final ResourceExecutor executor;
    private final SchemaTypes types;
    private final ModelChecks checks;

    public ThirdPartyType(ResourceExecutor executor, ModelChecks checks) {
        this.schema = executor.schema();
        this.executor = executor;
        this.types = new SchemaTypes(schema.json());
        this.checks = checks;
    }

    public TypeSchema schema() {
        return schema;
    }

    @Override
    public String name() {
        return schema.typeName();
    }

    @Override
    public boolean isPlaceholder() {
        return false;
    }

    @Override
    public ObjectNode typed(ObjectNode properties) {
        return (ObjectNode) Numbers.plain(types.convert(properties, schema.json()));
    }

    /** What the handler would find, and properties that only it may write: CloudFormation refuses those by itself. */
    @Override
    public List<Problem> problems(ObjectNode properties, String path) {
        List<Problem> problems = new ArrayList<>(readOnly(properties, path));
        ObjectNode writable = properties.deepCopy();
        schema.json().path("readOnlyProperties").forEach(pointer -> remove(writable, place(pointer)));
        checks.problems(writable).stream()
                .map(problem -> Problem.error(
                        path + problem.path(),
                        problem.value(),
                        problem.message(),
                        Objects.requireNonNullElse(problem.remedy(), "")))
                .forEach(problems::add);
        return problems;
    }

    private List<Problem> readOnly(ObjectNode properties, String path) {
        return schema.json()
                .path("readOnlyProperties")
                .valueStream()
                .map(ThirdPartyType::place)
                .filter(place -> !properties.at(place).isMissingNode())
                .map(place -> Problem.error(
                        path + place,
                        Problem.shown(properties.at(place)),
                        "Encountered unsupported property " + place.substring(1) + ": it is read-only",
                        "remove it"))
                .toList();
    }

    private static String place(JsonNode pointer) {
        return pointer.asText().substring("/properties".length());
    }

    private static void remove(ObjectNode properties, String place) {
        JsonPointer pointer = JsonPointer.compile(place);
        if (properties.at(pointer.head()) instanceof ObjectNode parent) {
            parent.remove(pointer.last().getMatchingProperty());
        }
    }

    @Override
    public boolean wantsText(String pointer) {
        return types.keyword(pointer, "type").asText().equals("string")
                && !checks.switches().contains(pointer);
    }

    @Override
    public boolean hasAttribute(String attribute) {
        return types.has(attribute);
    }

    @Override
    public List<String> attributes() {
        return types.memberNames("");
    }

    @Override
    public boolean replaces(ObjectNode before, ObjectNode after) {
        return schema.createOnly().stream().anyMatch(path -> !before.at(path).equals(after.at(path)));
    }

    @Override
    public boolean deletesBeforeCreating() {
        return schema.deletesBeforeCreating();
    }

    @Override
    public boolean isTaggable() {
        JsonNode tagging = schema.json().path("tagging");
        return tagging.path("taggable").asBoolean(true)
                && tagging.path("tagUpdatable").asBoolean(true);
    }

    @Override
    public List<String> writeOnly() {
        return schema.writeOnly().stream().map(Object::toString).toList();
    }

    /** Whether the order of the list at a JSON pointer means nothing; items are written as any index. */
    public boolean isUnordered(String path) {
        return types.isUnordered(path);
    }

    @Override
    public Optional<String> physicalId(JsonNode model) {
        return Optional.ofNullable(schema.identifierOf(model));
    }

    @Override
    public Result create(Operation operation, Listener listener) {
        return executor.create(operation.request(), listener);
    }

    @Override
    public Result update(Operation operation, Listener listener) {
        return executor.update(operation.request(), listener);
    }

    @Override
    public Result delete(Operation operation, Listener listener) {
        return executor.delete(identified(operation.request()), listener);
    }

    @Override
    public Result read(Operation operation) {
        return executor.read(identified(operation.request()));
    }

    private Request identified(Request request) {
        return request.toBuilder()
                .desired(schema.identifierModel(request.desired()))
                .build();
    }

    @Override
    public @Nullable JsonNode attribute(JsonNode model, String attribute) {
        JsonNode value = model.at(pointer(attribute));
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    private static String pointer(String attribute) {
        String path = "";
        for (String member : SchemaTypes.DOTS.split(attribute)) {
            path = Pointers.child(path, member);
        }
        return path;
    }
}
