package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entries that belong to one resource: those which its wanted or previous content names, rules by list and name. All
 * others belong to somebody else, whoever that is.
 */
record Ownership(Set<RuleKey> rules, Set<ObjectKey> objects, Set<String> fileTypes) implements Selection {

    static Ownership of(Content... contents) {
        Set<RuleKey> rules = new HashSet<>();
        Set<ObjectKey> objects = new HashSet<>();
        Set<String> fileTypes = new HashSet<>();
        for (Content content : contents) {
            content.rules().entrySet().stream().map(Ownership::key).forEach(rules::add);
            objects.addAll(content.objects().keySet());
            fileTypes.addAll(content.fileTypes().keySet());
        }
        return new Ownership(rules, objects, fileTypes);
    }

    static RuleKey key(Map.Entry<Slot, RuleEntry> rule) {
        return new RuleKey(rule.getKey().list(), rule.getValue().ruleName());
    }

    @Override
    public boolean takesRule(RuleList list, String name) {
        return rules.stream().anyMatch(rule -> rule.list() == list && TemporaryName.isOf(rule.name(), name));
    }

    @Override
    public boolean takesObject(ObjectKey object) {
        return objects.contains(object);
    }

    @Override
    public boolean takesFileType(String fileType) {
        return fileTypes.contains(fileType);
    }

    /** All names, as a failed commit's message may speak of them. */
    Stream<String> names() {
        return Stream.concat(
                Stream.concat(
                        rules.stream().map(RuleKey::name), objects.stream().map(ObjectKey::name)),
                fileTypes.stream());
    }
}
