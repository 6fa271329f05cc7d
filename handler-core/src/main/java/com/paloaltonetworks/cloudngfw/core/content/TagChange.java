package com.paloaltonetworks.cloudngfw.core.content;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Tagged;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What to take from and give to a resource's tags. Tags that neither the previous nor the wanted model names belong to
 * others and stay.
 *
 * @param removed keys to remove before adding, since the service limits the count
 * @param added tags to add or to give another value afterwards
 */
public record TagChange(List<String> removed, List<Tag> added) {

    public static TagChange between(List<Tag> found, Map<String, String> wanted, Map<String, String> previous) {
        Map<String, String> present =
                found.stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
        List<Tag> added = tags(wanted).stream()
                .filter(tag -> !tag.value().equals(present.get(tag.key())))
                .toList();
        List<String> removed = present.keySet().stream()
                .filter(key -> !wanted.containsKey(key) && previous.containsKey(key))
                .sorted()
                .toList();
        return new TagChange(removed, added);
    }

    /**
     * Brings tags to what is wanted. A tag that changes is overwritten: a removal that the service carries out late, after the
     * client gave up on it, would take the new value away. Guess: the service overwrites, as its documents say; where it does
     * not, as the vendor's tools assume, the tag is removed and added.
     */
    public static void apply(Tagged resource, Map<String, String> wanted, Map<String, String> previous) {
        List<Tag> found = resource.tags();
        TagChange change = between(found, wanted, previous);
        if (!change.removed.isEmpty()) {
            resource.removeTags(change.removed);
        }
        if (!change.added.isEmpty()) {
            add(resource, change.added);
        }
        if (change.overwrites(found)) {
            List<Tag> unchanged = between(resource.tags(), wanted, previous).added;
            if (!unchanged.isEmpty()) {
                resource.removeTags(unchanged.stream().map(Tag::key).toList());
                add(resource, unchanged);
            }
        }
    }

    /** It is the tag that exists already, in another spelling perhaps: not the resource, which AlreadyExists would mean. */
    private static void add(Tagged resource, List<Tag> tags) {
        try {
            resource.addTags(tags);
        } catch (NgfwException failure) {
            throw failure.getKind() == Kind.ALREADY_EXISTS
                    ? new NgfwException(Kind.INVALID, failure.getMessage(), failure)
                    : failure;
        }
    }

    private boolean overwrites(List<Tag> found) {
        List<String> keys = added.stream().map(Tag::key).toList();
        return found.stream().map(Tag::key).anyMatch(keys::contains);
    }

    /** In the service's form, by key. */
    public static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .sorted(Comparator.comparing(Tag::key))
                .toList();
    }

    /** The tags of a listing that users know of: neither AWS's nor the service's own. */
    public static List<Tag> shown(Collection<Tag> found) {
        return found.stream()
                .filter(tag -> !tag.key().startsWith("aws:") && !tag.key().equals("FirewallName"))
                .sorted(Comparator.comparing(Tag::key))
                .toList();
    }
}
