package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which views of a rulestack a call asks for. */
record Views(boolean candidate, boolean running, boolean uncommitted) {
    /** Everywhere but for custom URL categories the candidate is the default. */
    static Views asked(Parameters parameters) {
        return asked(parameters, true, false);
    }

    static Views asked(Parameters parameters, boolean candidate, boolean running) {
        return new Views(
                parameters.flag("Candidate", candidate),
                parameters.flag("Running", running),
                parameters.flag("Uncommitted", false));
    }

    /** What the candidate holds; nothing once it is marked for deletion. */
    static SortedMap<String, ObjectNode> candidate(Rulestack rulestack, Section section) {
        return rulestack.isMarkedForDeletion()
                ? new TreeMap<>()
                : rulestack.getCandidate().section(section);
    }

    static SortedMap<String, ObjectNode> running(Rulestack rulestack, Section section) {
        Configuration running = rulestack.getRunning();
        return running == null ? new TreeMap<>() : running.section(section);
    }

    /** Key to operation of all entries that the next commit would change. */
    static SortedMap<String, String> uncommitted(Rulestack rulestack, Section section) {
        SortedMap<String, ObjectNode> candidate = candidate(rulestack, section);
        SortedMap<String, ObjectNode> running = running(rulestack, section);
        SortedMap<String, String> operations = new TreeMap<>();
        TreeSet<String> keys = new TreeSet<>(candidate.keySet());
        keys.addAll(running.keySet());
        for (String key : keys) {
            if (!Objects.equals(candidate.get(key), running.get(key))) {
                operations.put(key, operation(candidate.get(key), running.get(key)));
            }
        }
        return operations;
    }

    static String operation(@Nullable Object candidate, @Nullable Object running) {
        return candidate == null ? "delete" : running == null ? "add" : "update";
    }

    /** The keys that a list of a section has to show. */
    List<String> keys(Rulestack rulestack, Section section) {
        TreeSet<String> keys = new TreeSet<>();
        if (candidate) {
            keys.addAll(candidate(rulestack, section).keySet());
        }
        if (running) {
            keys.addAll(running(rulestack, section).keySet());
        }
        if (uncommitted) {
            keys.addAll(uncommitted(rulestack, section).keySet());
        }
        return new ArrayList<>(keys);
    }

    /** The entries of a map on a page, in its order. */
    static <T> List<Map.Entry<String, T>> onPage(Map<String, T> all, Page page) {
        return page.keys().stream()
                .filter(all::containsKey)
                .map(key -> Map.entry(key, all.get(key)))
                .toList();
    }
}
