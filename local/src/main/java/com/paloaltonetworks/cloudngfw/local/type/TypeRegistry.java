package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.References;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All types that a local stack may hold. Every other type is refused, and the refusal says which there are. */
public final class TypeRegistry {

    private static final String PLACEHOLDERS = "/placeholders/aws-types.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> REASONS = Map.of(
            "AWS::CloudFormation::Stack", "nested stacks are not supported: deploy the inner template by itself",
            "AWS::CloudFormation::StackSet", "stack sets need several accounts or Regions, which exist in AWS only",
            "AWS::CloudFormation::CustomResource", "custom resources need a function in AWS",
            "AWS::CloudFormation::Macro", "macros run inside AWS only");

    private final Map<String, ResourceType> types = new TreeMap<>();

    public TypeRegistry(Collection<ThirdPartyType> thirdParty) {
        thirdParty.forEach(type -> types.put(type.name(), type));
        json(PLACEHOLDERS)
                .properties()
                .forEach(entry -> types.put(
                        entry.getKey(),
                        new PlaceholderType(PlaceholderDefinition.of(entry.getKey(), entry.getValue()))));
    }

    /** A JSON resource of the class path. */
    public static JsonNode json(String resource) {
        try (InputStream in = TypeRegistry.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + resource);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String name) {
        return types.containsKey(name);
    }

    /** @throws IllegalArgumentException for a type that is not here; {@link #check} finds those of a template first */
    public ResourceType type(String name) {
        ResourceType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(unrecognized(List.of(name)));
        }
        return type;
    }

    /** @throws TemplateRejected when the template holds a type that is not here */
    public void check(Template template) {
        TemplateRejected.throwIfAny(problems(template));
    }

    /** Unknown types, policies that their types do not know, and attributes that they do not have. */
    public List<Problem> problems(Template template) {
        List<Problem> problems = new ArrayList<>();
        template.resources()
                .values()
                .forEach(resource -> attributes(
                        References.all(resource.properties(), resource.propertiesPath()), template, problems));
        template.outputs()
                .values()
                .forEach(output ->
                        attributes(References.all(output.value(), output.path() + "/Value"), template, problems));
        template.resources().values().forEach(resource -> {
            String path = resource.path() + "/Type";
            if (!types.containsKey(resource.type())) {
                problems.add(Problem.error(
                        path, resource.type(), unrecognized(List.of(resource.type())), reason(resource.type())));
            } else {
                policies(template, resource, problems);
            }
        });
        return problems;
    }

    private void attributes(List<Reference> references, Template template, List<Problem> problems) {
        for (Reference reference : references) {
            Template.Resource target = template.resources().get(reference.name());
            String attribute = reference.attribute();
            boolean checkable = attribute != null && !attribute.isEmpty() && target != null && has(target.type());
            if (checkable && !type(target.type()).hasAttribute(attribute)) {
                problems.add(Problem.error(
                        reference.path(),
                        attribute,
                        "Template error: Requested attribute " + attribute + " does not exist in schema for "
                                + target.type(),
                        Nearest.remedy(attribute, type(target.type()).attributes())));
            }
        }
    }

    private void policies(Template template, Template.Resource resource, List<Problem> problems) {
        JsonNode body = template.document().path("Resources").path(resource.logicalId());
        for (String policy : List.of("CreationPolicy", "UpdatePolicy")) {
            if (!body.has(policy)) {
                continue;
            }
            String path = resource.path() + "/" + policy;
            problems.add(
                    types.get(resource.type()).isPlaceholder()
                            ? Problem.warning(path, null, policy + " has no effect on a placeholder")
                            : Problem.error(
                                    path, null, policy + " is not supported by " + resource.type(), "remove it"));
        }
    }

    private String reason(String type) {
        if (type.startsWith("Custom::")) {
            return "custom resources need a function in AWS";
        }
        if (type.endsWith("::MODULE")) {
            return "modules are kept in the registry of AWS";
        }
        return REASONS.getOrDefault(type, Nearest.remedy(type, types.keySet()));
    }

    private String unrecognized(List<String> wrong) {
        return "Template format error: Unrecognized resource types: " + wrong
                + " (local engine: supported third-party types: " + names(false)
                + "; AWS types recorded as placeholders: " + names(true) + ")";
    }

    private String names(boolean placeholders) {
        return String.join(
                ", ",
                types.values().stream()
                        .filter(type -> type.isPlaceholder() == placeholders)
                        .map(ResourceType::name)
                        .toList());
    }
}
