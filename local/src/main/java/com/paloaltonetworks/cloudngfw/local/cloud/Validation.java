package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.advice.Advice;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.DocumentOrder;
import com.paloaltonetworks.cloudngfw.local.template.ParameterDeclaration;
import com.paloaltonetworks.cloudngfw.local.template.ParameterValues;
import com.paloaltonetworks.cloudngfw.local.template.Parameters;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.PseudoParameters;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateFrame;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds every problem of a template at once: form, frame, parameters, schemas, and what the types know beyond them. No
 * problem hides others: each stage goes on with what the one before could make out.
 */
final class Validation {

    private final TypeRegistry types;
    private final Environment environment;
    private final StoredValues values;
    private final List<Problem> problems = new ArrayList<>();

    Validation(TypeRegistry types, Environment environment, StoredValues values) {
        this.types = types;
        this.environment = environment;
        this.values = values;
    }

    List<Problem> problems(DeployRequest request, Stack stack) {
        TemplateReader.Reading reading;
        try {
            reading = TemplateReader.survey(request.template());
        } catch (TemplateRejected unreadable) {
            return unreadable.getProblems();
        }
        problems.addAll(reading.problems());
        Template template = TemplateFrame.survey(reading.document(), problems);
        problems.addAll(types.problems(template));
        ParameterValues parameters = parameters(template, request, stack);
        PseudoParameters fixed =
                new PseudoParameters(stack.getAccount(), stack.getRegion(), stack.getStackName(), stack.getStackId());
        resources(PreparedTemplate.survey(template, parameters, fixed, problems));
        List<Problem> explained = new BareWords(reading.changed(), template, types)
                .explain(problems.stream().distinct().toList());
        return explained.stream()
                .sorted(new DocumentOrder(reading.document()))
                .map(problem -> hidden(problem, parameters.secrets()))
                .toList();
    }

    /** NoEcho values are not shown, wherever they lead to. */
    private static Problem hidden(Problem problem, Set<String> secrets) {
        Problem shown = problem;
        for (String secret : secrets) {
            shown = shown.hiding(secret);
        }
        return shown;
    }

    /** Parameters without a value, or with a wrong one, are reported and then stand for something unknown. */
    private ParameterValues parameters(Template template, DeployRequest request, Stack stack) {
        Map<String, ParameterDeclaration> valued = new LinkedHashMap<>(template.parameters());
        valued.values()
                .removeIf(parameter -> parameter.defaultValue() == null
                        && !request.parameters().containsKey(parameter.name())
                        && !stack.getParameters().containsKey(parameter.name()));
        template.parameters().values().stream()
                .filter(parameter -> !valued.containsKey(parameter.name()))
                .map(parameter -> Problem.warning(
                        parameter.path(),
                        null,
                        "Parameter " + parameter.name() + " has no value: what depends on it was not checked"))
                .forEach(problems::add);
        Map<String, String> given = new LinkedHashMap<>(request.parameters());
        template.document().path("Parameters").fieldNames().forEachRemaining(name -> {
            if (!valued.containsKey(name)) {
                given.remove(name); // declared, but in a wrong way
            }
        });
        ParameterValues known = Parameters.survey(valued, given, stack.getParameters(), values::parameter);
        problems.addAll(known.notices());
        return Sketch.withUnknown(known, template.parameters().keySet());
    }

    private void resources(PreparedTemplate prepared) {
        Sketch sketch = new Sketch(prepared, types, environment, problems);
        Map<String, Template.Resource> live = prepared.resources();
        Set<String> inOrder = new LinkedHashSet<>(prepared.graph().order());
        inOrder.addAll(live.keySet()); // those that wait for each other in a circle
        inOrder.forEach(logicalId -> resource(live.get(logicalId), sketch, problems));
        prepared.outputs().forEach(sketch::output);
        problems.addAll(Advice.of(prepared, sketch.drawn(), Sketch::isOpen, problems));
        prepared.template().resources().values().stream()
                .filter(resource -> !live.containsKey(resource.logicalId()))
                .forEach(resource -> supposed(resource, sketch));
    }

    /** What would be wrong with a resource that its condition leaves out keeps nobody from deploying. */
    private void supposed(Template.Resource resource, Sketch sketch) {
        String condition = Objects.requireNonNull(resource.condition());
        List<Problem> found = new ArrayList<>(problems);
        resource(resource, sketch.supposing(condition, found), found);
        found.removeAll(problems);
        found.stream()
                .map(problem -> problem.with(
                        problem.path(), problem.message() + " (if " + condition + " held)", problem.remedy()))
                .map(Problem::asWarning)
                .forEach(problems::add);
    }

    private void resource(Template.Resource resource, Sketch sketch, List<Problem> found) {
        if (!types.has(resource.type()) || lacksProperties(resource)) {
            return;
        }
        ResourceType type = types.type(resource.type());
        ObjectNode properties = sketch.properties(resource, type);
        Placement placement = new Placement(properties, path -> sketch.place(resource, path));
        Set<String> told = new LinkedHashSet<>();
        found.stream().filter(Problem::isError).map(Problem::path).forEach(told::add);
        type.problems(properties, "").stream()
                .filter(problem -> !Sketch.isUncertain(problem, properties))
                .map(placement::of)
                .filter(problem -> told.stream().noneMatch(path -> covers(path, problem.path(), resource)))
                .forEach(found::add);
    }

    /** Whether what was told at one place of the properties explains what was found at another. */
    private static boolean covers(String told, String path, Template.Resource resource) {
        return told.startsWith(resource.propertiesPath()) && (path.equals(told) || path.startsWith(told + "/"));
    }

    /** A resource whose Properties are misspelt or malformed has one problem, not one for each required property. */
    private boolean lacksProperties(Template.Resource resource) {
        return resource.properties().isEmpty()
                && problems.stream()
                        .filter(Problem::isError)
                        .anyMatch(problem -> problem.path().startsWith(resource.path() + "/")
                                && !problem.path().endsWith("/DependsOn")
                                && !problem.path().endsWith("/Condition"));
    }
}
