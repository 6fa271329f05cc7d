package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.local.template.ParameterValues;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.ReadableProperties;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.Resolver;
import com.paloaltonetworks.cloudngfw.local.template.StaticScope;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplatePath;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.template.Texts;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType.PlaceholderSubject;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Properties as far as they can be known before anything exists. What only a deploy can tell is a text of its own, and no
 * problem is reported where it stands.
 */
final class Sketch {

    static final String UNKNOWN = "known-after-deploy";

    private final Resolver resolver;
    private final PreparedTemplate prepared;
    private final TypeRegistry types;
    private final Environment environment;
    private final List<Problem> problems;
    private final Map<String, ObjectNode> drawn;

    /** @param problems those of the template so far; takes those of functions that have no result */
    Sketch(PreparedTemplate prepared, TypeRegistry types, Environment environment, List<Problem> problems) {
        this(prepared, types, environment, problems, new HashMap<>());
    }

    private Sketch(
            PreparedTemplate prepared,
            TypeRegistry types,
            Environment environment,
            List<Problem> problems,
            Map<String, ObjectNode> drawn) {
        this.prepared = prepared;
        this.types = types;
        this.environment = environment;
        this.problems = problems;
        this.drawn = drawn;
        this.resolver = new Resolver(new SketchScope());
    }

    /** The same sketch as if a condition held. */
    Sketch supposing(String condition, List<Problem> others) {
        return new Sketch(prepared.supposing(condition), types, environment, others, drawn);
    }

    /** The values with something unknown for every other parameter. */
    static ParameterValues withUnknown(ParameterValues some, Set<String> parameters) {
        Map<String, JsonNode> values = new LinkedHashMap<>(some.values());
        parameters.forEach(name -> values.putIfAbsent(name, TextNode.valueOf(UNKNOWN)));
        return new ParameterValues(values, some.given(), some.secrets(), some.notices());
    }

    ObjectNode properties(Template.Resource resource, ResourceType type) {
        String path = resource.propertiesPath();
        ObjectNode readable = readable().of(resource.properties(), path);
        ObjectNode properties = type.typed(resolver.resolveObject(readable, path));
        drawn.put(resource.logicalId(), properties);
        return properties;
    }

    /** The properties of each resource that were asked for so far, by logical id. */
    Map<String, ObjectNode> drawn() {
        return Map.copyOf(drawn);
    }

    /** Looks for functions without a result in a value of Outputs. */
    void output(Template.Output output) {
        String path = output.path() + "/Value";
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.set("Value", output.value());
        resolver.resolve(readable().of(value, output.path()).path("Value"), path);
    }

    private ReadableProperties readable() {
        List<String> wrong =
                problems.stream().filter(Problem::isError).map(Problem::path).toList();
        return new ReadableProperties(wrong, TextNode.valueOf(UNKNOWN));
    }

    String place(Template.Resource resource, String path) {
        return resource.propertiesPath() + TemplatePath.of(resource.properties(), path, prepared.conditions()::holds);
    }

    /** Whether a text, or part of it, is known only after a deploy. */
    static boolean isOpen(String text) {
        return text.contains(UNKNOWN) || text.contains("{{resolve:");
    }

    /** Whether a problem may be due to a value that is not known yet. */
    static boolean isUncertain(Problem problem, ObjectNode properties) {
        boolean[] uncertain = {(problem.message() + problem.remedy()).contains(UNKNOWN)};
        Texts.map(properties, "", (text, path) -> {
            boolean open = isOpen(text.textValue());
            boolean here = problem.path().equals(path) || problem.path().startsWith(path + "/");
            uncertain[0] |= open && here;
            return text;
        });
        return uncertain[0];
    }

    /** Resources are what their own sketch says. */
    private final class SketchScope extends StaticScope {

        private int unknowns;

        SketchScope() {
            super(prepared);
        }

        /** A call that fails because it was given something unknown is unknown itself; any other is a problem. */
        @Override
        public JsonNode result(Supplier<JsonNode> call) {
            int before = unknowns;
            try {
                return call.get();
            } catch (TemplateRejected e) {
                if (before == unknowns) {
                    problems.addAll(e.getProblems());
                }
                return unknown();
            }
        }

        private JsonNode unknown() {
            unknowns++;
            return TextNode.valueOf(UNKNOWN);
        }

        @Override
        public JsonNode ref(Reference reference) {
            JsonNode value = super.ref(reference);
            return value.asText().equals(UNKNOWN) ? unknown() : value;
        }

        @Override
        protected JsonNode resource(Reference reference) {
            ObjectNode properties = drawn.get(reference.name());
            Template.Resource resource = prepared.template().resources().get(reference.name());
            if (properties == null || resource == null || !types.has(resource.type())) {
                return unknown();
            }
            ResourceType type = types.type(resource.type());
            String attribute = reference.attribute();
            if (attribute != null && !type.hasAttribute(attribute)) {
                return unknown();
            }
            if (type instanceof PlaceholderType placeholder) {
                PlaceholderSubject subject =
                        new PlaceholderSubject(prepared.fixed().stackId(), reference.name());
                return attribute == null
                        ? TextNode.valueOf(placeholder.refOf(subject, properties))
                        : placeholder.attributeOf(subject, properties, attribute);
            }
            JsonNode value = attribute == null
                    ? type.physicalId(properties).map(TextNode::valueOf).orElse(null)
                    : type.attribute(properties, attribute);
            return value == null ? unknown() : value;
        }

        @Override
        public String importValue(String export, String path) {
            return environment.siblings().stream()
                    .flatMap(stack -> stack.getOutputs().stream())
                    .filter(output -> export.equals(output.exportName()))
                    .map(output -> output.value())
                    .findFirst()
                    .orElseGet(() -> super.importValue(export, path));
        }
    }
}
