package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.References;
import com.paloaltonetworks.cloudngfw.local.template.Resolver;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Works out the outputs of a stack and guards the names that it exports. */
final class OutputValues {

    private final PreparedTemplate prepared;
    private final Resolver resolver;
    private final TypeRegistry types;

    OutputValues(PreparedTemplate prepared, Resolver resolver, TypeRegistry types) {
        this.prepared = prepared;
        this.resolver = resolver;
        this.types = types;
    }

    /** @throws TemplateRejected for an output without a value */
    List<StackOutput> resolve() {
        return prepared.outputs().stream().map(this::output).toList();
    }

    private StackOutput output(Template.Output output) {
        String export = output.exportName() == null ? null : text(output.exportName(), output.path() + "/Export/Name");
        return new StackOutput(
                output.name(),
                text(output.value(), output.path() + "/Value"),
                output.description(),
                export,
                comesFromPlaceholder(output));
    }

    private String text(JsonNode value, String path) {
        JsonNode resolved = resolver.resolve(value, path);
        if (!resolved.isValueNode()) {
            throw new TemplateRejected(Problem.error(
                    path,
                    Problem.shown(resolved),
                    "Template format error: The Value field of every Outputs member must evaluate to a String.",
                    ""));
        }
        return resolved.asText();
    }

    private boolean comesFromPlaceholder(Template.Output output) {
        return References.taken(output.value(), output.path(), prepared.conditions()::holds).stream()
                .map(reference -> prepared.template().resources().get(reference.name()))
                .anyMatch(resource ->
                        resource != null && types.type(resource.type()).isPlaceholder());
    }

    /** @throws TemplateRejected when a name is exported twice, or a name in use would change or go */
    static void checkExports(Stack stack, List<StackOutput> next, Collection<Stack> siblings) {
        Set<String> names = new HashSet<>();
        for (StackOutput output : next) {
            if (output.exportName() == null) {
                continue;
            }
            siblings.stream()
                    .filter(other -> exports(other, output.exportName()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw rejected("Export with name " + output.exportName() + " is already exported by stack "
                                + other.getStackName());
                    });
            if (!names.add(output.exportName())) {
                throw rejected("Export with name " + output.exportName() + " is exported twice");
            }
        }
        for (StackOutput old : stack.getOutputs()) {
            boolean same = next.stream()
                    .anyMatch(output -> output.value().equals(old.value())
                            && String.valueOf(output.exportName()).equals(old.exportName()));
            List<String> users = old.exportName() == null || same ? List.of() : users(old.exportName(), siblings);
            if (!users.isEmpty()) {
                throw rejected("Export " + old.exportName() + " cannot be updated or deleted as it is in use by "
                        + String.join(", ", users));
            }
        }
    }

    private static boolean exports(Stack stack, String name) {
        return stack.getOutputs().stream().anyMatch(output -> name.equals(output.exportName()));
    }

    private static List<String> users(String export, Collection<Stack> siblings) {
        return siblings.stream()
                .filter(stack -> stack.getImports().contains(export))
                .map(Stack::getStackName)
                .toList();
    }

    private static TemplateRejected rejected(String message) {
        return new TemplateRejected(Problem.error("/Outputs", message));
    }
}
