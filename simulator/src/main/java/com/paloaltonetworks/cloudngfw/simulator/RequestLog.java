package com.paloaltonetworks.cloudngfw.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests the simulator received, as {@code METHOD /path/with/{placeholders}}, STS calls as {@code STS AssumeRole}.
 *
 * <p>Refused requests count, lost ones do not: they never arrived. Counts survive saving, the order does not.
 */
public final class RequestLog {
    private final List<String> all = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    synchronized void add(String template) {
        all.add(template);
        counts.merge(template, 1, Integer::sum);
    }

    synchronized void restore(Map<String, Integer> saved) {
        counts.putAll(saved);
    }

    /** Every request since the start or the last {@link #clear()}, in order of arrival. */
    public synchronized List<String> all() {
        return List.copyOf(all);
    }

    /** How often a template was called since the state was made or the last {@link #clear()}. */
    public synchronized int count(String template) {
        return counts.getOrDefault(template, 0);
    }

    /** Template to count. */
    public synchronized SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** The calls that change the configuration: POST, PUT and DELETE below {@code /v1/config}. */
    public synchronized List<String> writes() {
        return all.stream()
                .filter(request -> !request.startsWith("GET ") && request.contains(" /v1/config/"))
                .toList();
    }

    public synchronized void clear() {
        all.clear();
        counts.clear();
    }
}
