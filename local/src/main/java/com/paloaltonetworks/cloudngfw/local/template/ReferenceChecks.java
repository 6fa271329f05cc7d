package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every name leads somewhere and every function has its form, whatever the parameters will be. */
final class ReferenceChecks {

    /** Whoever has more wrong names has another problem, and looking for what they meant takes time. */
    private static final int MOST_EXPLAINED = 100;

    private final Template template;
    private final List<Problem> problems;
    private final FunctionShapes shapes;
    private final Set<String> resources;

    ReferenceChecks(Template template, List<Problem> problems) {
        this.template = template;
        this.problems = problems;
        this.shapes = new FunctionShapes(template, problems);
        this.resources = new HashSet<>();
        template.document().path("Resources").fieldNames().forEachRemaining(resources::add);
    }

    void run() {
        template.conditions().properties().forEach(entry -> condition(entry.getKey(), entry.getValue()));
        template.resources().values().forEach(this::resource);
        template.outputs().values().forEach(this::output);
    }

    private void condition(String name, JsonNode body) {
        String path = Pointers.child("/Conditions", name);
        shapes.condition(body, path);
        for (Reference reference : References.all(body, path)) {
            if (reference.attribute() != null || !isParameter(reference.name())) {
                problems.add(Problem.error(
                        reference.path(),
                        reference.name(),
                        "Template format error: Unresolved dependencies [" + reference.name()
                                + "]. Cannot reference resources in the Conditions block of the template",
                        Nearest.of(reference.name(), parameters())
                                .map(parameter -> "did you mean the parameter " + parameter + "?")
                                .orElse("conditions may use parameters, mappings and other conditions")));
            }
        }
    }

    private void resource(Template.Resource resource) {
        conditionExists(resource.condition(), resource.path() + "/Condition");
        resource.dependsOn().stream()
                .filter(name -> !resources.contains(name))
                .forEach(
                        name -> problems.add(unresolved(resource.path() + "/DependsOn", name, "Resources", resources)));
        value(resource.properties(), resource.propertiesPath(), "Resources");
        if (!resource.metadata().isMissingNode()) {
            value(resource.metadata(), resource.path() + "/Metadata", "Resources");
        }
    }

    private void output(Template.Output output) {
        conditionExists(output.condition(), output.path() + "/Condition");
        value(output.value(), output.path() + "/Value", "Outputs");
        if (output.exportName() != null) {
            value(output.exportName(), output.path() + "/Export/Name", "Outputs");
        }
    }

    private void value(JsonNode value, String path, String block) {
        shapes.value(value, path);
        for (Reference reference : References.all(value, path)) {
            boolean known = reference.attribute() == null
                    ? isParameter(reference.name()) || resources.contains(reference.name())
                    : resources.contains(reference.name());
            if (!known) {
                problems.add(unresolved(reference.path(), reference.name(), block, near(reference)));
            }
        }
    }

    private List<String> parameters() {
        List<String> names = new ArrayList<>();
        template.document().path("Parameters").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private boolean isParameter(String name) {
        return Functions.PSEUDO_PARAMETERS.contains(name)
                || template.document().path("Parameters").has(name);
    }

    /** Names that could stand where a wrong one stands: those of parameters too, unless an attribute is asked for. */
    private Set<String> near(Reference reference) {
        Set<String> names = new HashSet<>(resources);
        if (reference.attribute() == null) {
            names.addAll(Functions.PSEUDO_PARAMETERS);
            names.addAll(parameters());
        }
        return names;
    }

    private Problem unresolved(String path, String name, String block, Set<String> known) {
        return Problem.error(
                path,
                name,
                "Template format error: Unresolved resource dependencies [" + name + "] in the " + block
                        + " block of the template",
                problems.size() < MOST_EXPLAINED ? Nearest.remedy(name, known) : "");
    }

    private void conditionExists(@Nullable String name, String path) {
        if (name != null) {
            shapes.conditionName(name, path);
        }
    }
}
