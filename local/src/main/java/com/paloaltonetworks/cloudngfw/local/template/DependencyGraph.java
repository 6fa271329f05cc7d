package com.paloaltonetworks.cloudngfw.local.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which resource needs which others first. Names that are no node themselves are ignored as needs. */
public record DependencyGraph(Map<String, Set<String>> needs) {

    public DependencyGraph {
        Set<String> nodes = needs.keySet();
        Map<String, Set<String>> known = new LinkedHashMap<>();
        needs.forEach((node, needed) -> known.put(
                node, needed.stream().filter(nodes::contains).collect(Collectors.toCollection(LinkedHashSet::new))));
        needs = known;
    }

    /**
     * The edges among the resources that the conditions leave.
     *
     * @throws TemplateRejected for a reference to a resource that its condition removed, or for a cycle
     */
    public static DependencyGraph of(Template template, Conditions conditions) {
        List<Problem> problems = new ArrayList<>();
        DependencyGraph graph = survey(template, conditions, problems);
        TemplateRejected.throwIfAny(problems);
        return graph;
    }

    /** As {@link #of}, but wrong edges are only reported. */
    static DependencyGraph survey(Template template, Conditions conditions, List<Problem> problems) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        template.resources().values().stream()
                .filter(resource -> conditions.allow(resource.condition()))
                .forEach(resource -> needs.put(resource.logicalId(), needs(resource, conditions)));
        Set<String> removed = new LinkedHashSet<>(template.resources().keySet());
        removed.removeAll(needs.keySet());
        needs.forEach((node, needed) -> {
            Template.Resource resource = template.resources().get(node);
            needed.stream()
                    .filter(removed::contains)
                    .filter(name -> !resource.dependsOn().contains(name))
                    .forEach(name -> problems.add(Problem.error(
                            resource.path(),
                            name,
                            "Template format error: Unresolved resource dependencies [" + name
                                    + "] in the Resources block of the template",
                            "the condition of " + name
                                    + " is false: refer to it inside an Fn::If of the same condition")));
        });
        DependencyGraph graph = new DependencyGraph(needs);
        List<String> cycle = graph.cycle();
        if (!cycle.isEmpty()) {
            problems.add(Problem.error(
                    "/Resources",
                    null,
                    "Circular dependency between resources: " + cycle,
                    "remove one of the references"));
        }
        return graph;
    }

    private static Set<String> needs(Template.Resource resource, Conditions conditions) {
        Set<String> needed = new LinkedHashSet<>(resource.dependsOn());
        needed.addAll(mentioned(References.taken(resource.properties(), resource.propertiesPath(), conditions::holds)));
        needed.addAll(
                mentioned(References.taken(resource.metadata(), resource.path() + "/Metadata", conditions::holds)));
        return needed;
    }

    private static List<String> mentioned(List<Reference> references) {
        return references.stream().map(Reference::name).toList();
    }

    /** The same nodes with every edge turned round: what must be gone before what. */
    public DependencyGraph reversed() {
        Map<String, Set<String>> turned = new LinkedHashMap<>();
        needs.keySet().forEach(node -> turned.put(node, new LinkedHashSet<>()));
        needs.forEach(
                (node, needed) -> needed.forEach(other -> turned.get(other).add(node)));
        return new DependencyGraph(turned);
    }

    /** Every node that needs one of the given ones, directly or not; the given ones themselves are not in it. */
    public Set<String> dependentsOf(Collection<String> nodes) {
        Set<String> reached = new LinkedHashSet<>();
        DependencyGraph turned = reversed();
        nodes.forEach(node -> reached.addAll(turned.reachableFrom(node)));
        return reached;
    }

    /** Nodes in an order in which every node comes after all that it needs. */
    public List<String> order() {
        Set<String> done = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(needs.keySet());
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.stream()
                    .filter(node -> done.containsAll(needs.get(node)))
                    .toList();
            if (ready.isEmpty()) {
                break;
            }
            done.addAll(ready);
            waiting.removeAll(ready);
        }
        return List.copyOf(done);
    }

    /** The nodes that need themselves through others, sorted; empty when there is no cycle. */
    List<String> cycle() {
        return needs.keySet().stream()
                .filter(node -> reachableFrom(node).contains(node))
                .sorted()
                .toList();
    }

    private Set<String> reachableFrom(String start) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(needs.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String node = open.removeFirst();
            if (reached.add(node)) {
                open.addAll(needs.get(node));
            }
        }
        return reached;
    }
}
