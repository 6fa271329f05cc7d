package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to write so that a firewall's tags become what is wanted; tags that no template named stay. */
record TagChange(List<String> removed, List<Tag> added) {

    /** @param previous the tags before the update; only they may be removed */
    static TagChange between(List<Tag> found, Map<String, String> wanted, Map<String, String> previous) {
        Map<String, String> there =
                found.stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> other));
        List<String> removed = previous.keySet().stream()
                .filter(key -> there.containsKey(key) && !wanted.containsKey(key))
                .sorted()
                .toList();
        List<Tag> added = tags(wanted).stream()
                .filter(tag -> !tag.value().equals(there.get(tag.key())))
                .toList();
        return new TagChange(removed, added);
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
