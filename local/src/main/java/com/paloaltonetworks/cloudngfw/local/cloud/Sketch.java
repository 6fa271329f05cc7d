package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.local.template.ParameterDeclaration;
import com.paloaltonetworks.cloudngfw.local.template.ParameterValues;
import com.paloaltonetworks.cloudngfw.local.template.Pointers;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.Resolver;
import com.paloaltonetworks.cloudngfw.local.template.StaticScope;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.Texts;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType.PlaceholderSubject;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final Map<String, ObjectNode> drawn = new HashMap<>();

    Sketch(PreparedTemplate prepared, TypeRegistry types, Environment environment) {
        this.prepared = prepared;
        this.types = types;
        this.environment = environment;
        this.resolver = new Resolver(new SketchScope());
    }

    /** Values for parameters of which nothing is known. */
    static ParameterValues unknown(Collection<ParameterDeclaration> parameters) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), TextNode.valueOf(UNKNOWN)));
        return new ParameterValues(values, Map.of(), Set.of(), List.of());
    }

    static ParameterValues with(ParameterValues some, ParameterValues more) {
        Map<String, JsonNode> values = new LinkedHashMap<>(some.values());
        values.putAll(more.values());
        return new ParameterValues(values, some.given(), some.secrets(), some.notices());
    }

    ObjectNode properties(Template.Resource resource, ResourceType type) {
        ObjectNode properties = type.typed(resolver.resolveObject(resource.properties(), resource.propertiesPath()));
        drawn.put(resource.logicalId(), properties);
        return properties;
    }

    /** The properties of each resource that were asked for so far, by logical id. */
    Map<String, ObjectNode> drawn() {
        return Map.copyOf(drawn);
    }

    JsonNode resolve(JsonNode value, String path) {
        return resolver.resolve(value, path);
    }

    /** Whether a text, or part of it, is known only after a deploy. */
    static boolean isOpen(String text) {
        return text.contains(UNKNOWN) || text.contains("{{resolve:");
    }

    /** Whether a problem may be due to a value that is not known yet. */
    static boolean isUncertain(Problem problem, ObjectNode properties) {
        boolean[] uncertain = {problem.message().contains(UNKNOWN)};
        boolean vague = problem.message().contains("subschema");
        Texts.map(properties, "", (text, path) -> {
            boolean open = isOpen(text.textValue());
            boolean here = problem.path().equals(path) || problem.path().startsWith(path + "/");
            uncertain[0] |= open && (here || (vague && Pointers.related(problem.path(), path)));
            return text;
        });
        return uncertain[0];
    }

    /** Resources are what their own sketch says. */
    private final class SketchScope extends StaticScope {

        SketchScope() {
            super(prepared);
        }

        @Override
        protected JsonNode resource(Reference reference) {
            ObjectNode properties = drawn.get(reference.name());
            Template.Resource resource = prepared.resources().get(reference.name());
            if (properties == null || resource == null) {
                return TextNode.valueOf(UNKNOWN);
            }
            ResourceType type = types.type(resource.type());
            String attribute = reference.attribute();
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
            return value == null ? TextNode.valueOf(UNKNOWN) : value;
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
