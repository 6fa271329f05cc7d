package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Names that are known before any resource exists: parameters, pseudo parameters, mappings, conditions. */
public class StaticScope implements Scope {

    private final Template template;
    private final ParameterValues parameters;
    private final PseudoParameters fixed;
    private final Predicate<String> conditions;

    public StaticScope(
            Template template, ParameterValues parameters, PseudoParameters fixed, Predicate<String> conditions) {
        this.template = template;
        this.parameters = parameters;
        this.fixed = fixed;
        this.conditions = conditions;
    }

    public StaticScope(PreparedTemplate prepared) {
        this(prepared.template(), prepared.parameters(), prepared.fixed(), prepared.conditions()::holds);
    }

    @Override
    public JsonNode ref(Reference reference) {
        JsonNode parameter = parameters.values().get(reference.name());
        return parameter != null ? parameter : fixed.value(reference.name()).orElseGet(() -> resource(reference));
    }

    @Override
    public JsonNode attribute(Reference reference) {
        return resource(reference);
    }

    /** The physical id or an attribute of a resource; here there are none. */
    protected JsonNode resource(Reference reference) {
        throw new TemplateRejected(Problem.error(
                reference.path(),
                reference.name(),
                "Template format error: Unresolved resource dependencies [" + reference.name() + "]",
                ""));
    }

    @Override
    public boolean condition(String name) {
        return conditions.test(name);
    }

    @Override
    public JsonNode mappings() {
        return template.mappings();
    }

    @Override
    public JsonNode availabilityZones(String region) {
        return fixed.availabilityZones(region);
    }

    @Override
    public String importValue(String export, String path) {
        throw new TemplateRejected(Problem.error(path, export, "No export named " + export + " found.", ""));
    }
}
