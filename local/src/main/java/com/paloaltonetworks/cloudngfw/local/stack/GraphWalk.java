package com.paloaltonetworks.cloudngfw.local.stack;

import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.Scheduler.Activities;
import com.paloaltonetworks.cloudngfw.local.template.DependencyGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Visits the nodes of a graph, each as soon as all that it needs are done, and everything without an edge at the same time.
 * Nodes that become ready together start in an order drawn by the scheduler: CloudFormation promises none.
 */
final class GraphWalk {

    private final DependencyGraph graph;
    private final Predicate<String> visit;
    private final Scheduler scheduler;
    private final Set<String> started = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    private GraphWalk(DependencyGraph graph, Predicate<String> visit, Scheduler scheduler) {
        this.graph = graph;
        this.visit = visit;
        this.scheduler = scheduler;
    }

    /** @param visit does a node's work; false keeps those that need the node from starting */
    static void run(DependencyGraph graph, Scheduler scheduler, Predicate<String> visit) {
        GraphWalk walk = new GraphWalk(graph, visit, scheduler);
        scheduler.run(walk::startReady);
    }

    private void startReady(Activities activities) {
        for (String node : takeReady()) {
            activities.start(() -> {
                if (visit.test(node)) {
                    finish(node);
                    startReady(activities);
                }
            });
        }
    }

    private synchronized List<String> takeReady() {
        List<String> ready = new ArrayList<>(graph.needs().keySet().stream()
                .filter(node -> !started.contains(node)
                        && done.containsAll(graph.needs().get(node)))
                .toList());
        started.addAll(ready);
        List<String> drawn = new ArrayList<>();
        while (!ready.isEmpty()) {
            drawn.add(ready.remove((int) (scheduler.chance() * ready.size())));
        }
        return drawn;
    }

    private synchronized void finish(String node) {
        done.add(node);
    }
}
