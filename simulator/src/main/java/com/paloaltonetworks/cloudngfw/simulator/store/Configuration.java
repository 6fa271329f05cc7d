package com.paloaltonetworks.cloudngfw.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All of a rulestack's configuration at one moment. Immutable: an edit makes a new one, so that a commit's snapshot is a
 * reference. The nodes in it are never changed.
 *
 * @param entry the {@code RuleStackEntry}
 * @param items per section its entries by key; rules by {@link #ruleKey}
 */
public record Configuration(ObjectNode entry, Map<Section, SortedMap<String, ObjectNode>> items) {
    public static Configuration of(ObjectNode entry) {
        return new Configuration(entry, Map.of());
    }

    /** A key under which rules sort by priority. */
    public static String ruleKey(int priority) {
        return String.format(Locale.ROOT, "%07d", priority);
    }

    public SortedMap<String, ObjectNode> section(Section section) {
        return Collections.unmodifiableSortedMap(items.getOrDefault(section, Collections.emptySortedMap()));
    }

    public @Nullable ObjectNode get(Section section, String key) {
        return section(section).get(key);
    }

    public Configuration withEntry(ObjectNode changed) {
        return new Configuration(changed, items);
    }

    public Configuration with(Section section, String key, ObjectNode entry) {
        SortedMap<String, ObjectNode> changed = new TreeMap<>(section(section));
        changed.put(key, entry);
        return with(section, changed);
    }

    public Configuration without(Section section, String key) {
        SortedMap<String, ObjectNode> changed = new TreeMap<>(section(section));
        changed.remove(key);
        return with(section, changed);
    }

    private Configuration with(Section section, SortedMap<String, ObjectNode> changed) {
        Map<Section, SortedMap<String, ObjectNode>> all = new EnumMap<>(Section.class);
        all.putAll(items);
        if (changed.isEmpty()) {
            all.remove(section);
        } else {
            all.put(section, changed);
        }
        return new Configuration(entry, all);
    }
}
