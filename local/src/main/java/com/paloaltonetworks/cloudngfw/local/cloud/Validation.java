package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.advice.Advice;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.ParameterDeclaration;
import com.paloaltonetworks.cloudngfw.local.template.ParameterValues;
import com.paloaltonetworks.cloudngfw.local.template.Parameters;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.PseudoParameters;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateFrame;
import com.paloaltonetworks.cloudngfw.local.template.TemplatePath;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds every problem of a template at once: frame, parameters, schemas, and what the types know beyond them. */
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
        try {
            Template template = TemplateFrame.check(TemplateReader.read(request.template()));
            problems.addAll(types.problems(template));
            ParameterValues parameters = parameters(template, request, stack);
            PreparedTemplate prepared = PreparedTemplate.of(
                    template,
                    parameters,
                    new PseudoParameters(
                            stack.getAccount(), stack.getRegion(), stack.getStackName(), stack.getStackId()));
            resources(prepared);
        } catch (TemplateRejected e) {
            problems.addAll(e.getProblems());
        }
        return problems.stream().distinct().toList();
    }

    /** Parameters without a value, or with a wrong one, are reported and then stand for something unknown. */
    private ParameterValues parameters(Template template, DeployRequest request, Stack stack) {
        Map<String, String> known = new LinkedHashMap<>(request.parameters());
        template.parameters().values().stream()
                .filter(parameter -> !known.containsKey(parameter.name()))
                .filter(parameter -> parameter.defaultValue() == null
                        && !stack.getParameters().containsKey(parameter.name()))
                .forEach(parameter -> {
                    problems.add(Problem.warning(
                            parameter.path(),
                            null,
                            "Parameter " + parameter.name() + " has no value: what depends on it was not checked"));
                    known.put(parameter.name(), Sketch.UNKNOWN);
                });
        Map<String, ParameterDeclaration> checked = new LinkedHashMap<>(template.parameters());
        checked.keySet().removeIf(name -> Sketch.UNKNOWN.equals(known.get(name)));
        Map<String, String> given = new LinkedHashMap<>(known);
        given.values().removeIf(Sketch.UNKNOWN::equals);
        ParameterValues resolved;
        try {
            resolved = Parameters.resolve(checked, given, stack.getParameters(), values::parameter);
            problems.addAll(resolved.notices());
        } catch (TemplateRejected e) {
            problems.addAll(e.getProblems());
            resolved = Sketch.unknown(checked.values());
        }
        List<ParameterDeclaration> unknown = template.parameters().values().stream()
                .filter(parameter -> !checked.containsKey(parameter.name()))
                .toList();
        return Sketch.with(resolved, Sketch.unknown(unknown));
    }

    private void resources(PreparedTemplate prepared) {
        Sketch sketch = new Sketch(prepared, types, environment);
        for (String logicalId : prepared.graph().order()) {
            Template.Resource resource = prepared.resources().get(logicalId);
            if (!types.has(resource.type())) {
                continue;
            }
            ResourceType type = types.type(resource.type());
            try {
                ObjectNode properties = sketch.properties(resource, type);
                type.problems(properties, "").stream()
                        .filter(problem -> !Sketch.isUncertain(problem, properties))
                        .map(problem -> placed(problem, resource, prepared))
                        .forEach(problems::add);
            } catch (TemplateRejected e) {
                problems.addAll(e.getProblems());
            }
        }
        prepared.outputs().forEach(output -> {
            try {
                sketch.resolve(output.value(), output.path() + "/Value");
            } catch (TemplateRejected e) {
                problems.addAll(e.getProblems());
            }
        });
        problems.addAll(Advice.of(prepared, sketch.drawn(), Sketch::isOpen, problems));
    }

    private static Problem placed(Problem problem, Template.Resource resource, PreparedTemplate prepared) {
        String path = TemplatePath.of(resource.properties(), problem.path(), prepared.conditions()::holds);
        return new Problem(
                resource.propertiesPath() + path,
                problem.value(),
                problem.message(),
                problem.remedy(),
                problem.severity());
    }
}
