package com.paloaltonetworks.cloudngfw.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template together with the parameters of one operation: conditions decided, dependencies known.
 *
 * @param fixed Region, account, partition and names of the stack: what pseudo parameters stand for
 */
public record PreparedTemplate(
        Template template,
        ParameterValues parameters,
        PseudoParameters fixed,
        Conditions conditions,
        DependencyGraph graph) {

    /** @throws TemplateRejected with every problem that needs no resource to be known */
    public static PreparedTemplate of(Template template, ParameterValues parameters, PseudoParameters fixed) {
        List<Problem> problems = new ArrayList<>(DynamicReferences.problems(template.document()));
        TemplateRejected.throwIfAny(problems);
        Conditions conditions = conditions(template, parameters, fixed, false);
        template.conditions().fieldNames().forEachRemaining(conditions::holds);
        return new PreparedTemplate(template, parameters, fixed, conditions, DependencyGraph.of(template, conditions));
    }

    /**
     * As {@link #of}, for a template that may have problems already: conditions that cannot be decided count as true, and
     * what stands in a circle comes in any order.
     *
     * @param problems those found so far; takes what is found here
     */
    public static PreparedTemplate survey(
            Template template, ParameterValues parameters, PseudoParameters fixed, List<Problem> problems) {
        problems.addAll(DynamicReferences.problems(template.document()));
        Conditions conditions = conditions(template, parameters, fixed, true);
        Set<String> names = new LinkedHashSet<>();
        template.resources().values().stream()
                .map(Template.Resource::condition)
                .filter(Objects::nonNull)
                .forEach(names::add);
        template.conditions().fieldNames().forEachRemaining(names::add);
        template.outputs().values().stream()
                .map(Template.Output::condition)
                .filter(Objects::nonNull)
                .forEach(names::add);
        // All that cannot be decided is supposed first, since others may depend on it.
        names.stream().filter(name -> isWrong(template, name, problems)).forEach(conditions::suppose);
        names.forEach(name -> decide(conditions, name, problems));
        return new PreparedTemplate(
                template, parameters, fixed, conditions, DependencyGraph.survey(template, conditions, problems));
    }

    private static boolean isWrong(Template template, String name, List<Problem> problems) {
        String path = Pointers.child("/Conditions", name);
        return !template.conditions().has(name)
                || problems.stream().anyMatch(problem -> Pointers.related(path, problem.path()));
    }

    private static void decide(Conditions conditions, String name, List<Problem> problems) {
        try {
            conditions.holds(name);
        } catch (TemplateRejected e) {
            problems.addAll(e.getProblems());
            conditions.suppose(name);
        }
    }

    /** The same template as it were if a condition held. */
    public PreparedTemplate supposing(String condition) {
        return new PreparedTemplate(template, parameters, fixed, conditions.supposing(condition), graph);
    }

    private static Conditions conditions(
            Template template, ParameterValues parameters, PseudoParameters fixed, boolean surveying) {
        Conditions[] self = new Conditions[1];
        Resolver resolver = new Resolver(new StaticScope(template, parameters, fixed, name -> self[0].holds(name)));
        self[0] = new Conditions(template.conditions(), resolver::resolve, surveying);
        return self[0];
    }

    /** The resources that are part of the stack, in the order of the template. */
    public Map<String, Template.Resource> resources() {
        Map<String, Template.Resource> live = new LinkedHashMap<>();
        template.resources().forEach((name, resource) -> {
            if (conditions.allow(resource.condition())) {
                live.put(name, resource);
            }
        });
        return live;
    }

    public @Nullable String description() {
        return template.description();
    }

    /** The outputs that are part of the stack. */
    public List<Template.Output> outputs() {
        return template.outputs().values().stream()
                .filter(output -> conditions.allow(output.condition()))
                .toList();
    }
}
