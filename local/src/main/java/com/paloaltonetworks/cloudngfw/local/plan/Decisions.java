package com.paloaltonetworks.cloudngfw.local.plan;

import com.paloaltonetworks.cloudngfw.local.stack.Decision;
import com.paloaltonetworks.cloudngfw.local.stack.ResourceChange;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEvent;
import com.paloaltonetworks.cloudngfw.local.stack.StackListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Listens to a deploy: what it decides for each resource, and what fails. */
public final class Decisions implements StackListener {

    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public synchronized void decided(Decision decision) {
        String logicalId = Stream.of(decision.wanted(), decision.before())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .logicalId();
        decisions.put(logicalId, decision);
    }

    @Override
    public synchronized void happened(Stack stack, StackEvent event) {
        String reason = String.valueOf(event.reason());
        if (event.status().endsWith("_FAILED") && !event.ofStack() && !reason.endsWith(" cancelled")) {
            failures.add(event.logicalId() + ": " + reason);
        }
    }

    @Override
    public void progressed(String logicalId, String message) {
        // a rehearsal is over before anybody could read it
    }

    /** {@code Id: reason}, the first one first. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** What happens to a resource: those of a template in its order of dependencies, those that go last. */
    synchronized List<Decision> changes(Collection<String> order) {
        Map<String, Decision> arranged = new LinkedHashMap<>();
        order.stream().filter(decisions::containsKey).forEach(id -> arranged.put(id, decisions.get(id)));
        decisions.forEach(arranged::putIfAbsent);
        return arranged.values().stream()
                .filter(decision -> decision.change() != ResourceChange.Keep)
                .toList();
    }

    /** The resources of a template for which nothing was decided. */
    synchronized List<String> notReached(Collection<String> order) {
        return order.stream().filter(id -> !decisions.containsKey(id)).toList();
    }
}
