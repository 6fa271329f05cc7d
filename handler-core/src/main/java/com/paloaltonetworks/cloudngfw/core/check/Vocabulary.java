package com.paloaltonetworks.cloudngfw.core.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a type knows of the words in its templates, besides its schema.
 *
 * @param formers names and shapes of older templates and of the service's API
 * @param switches JSON pointers of texts that mean the same as {@code true} and {@code YES}, or {@code false} and {@code NO}
 */
public record Vocabulary(List<Former> formers, Set<String> switches) {

    public static final Vocabulary NONE = new Vocabulary(List.of(), Set.of());

    /** Of a type that had a first version: its tokens, and what else is the type's own. */
    public static Vocabulary withTokens(List<Former> own, Set<String> switches) {
        return new Vocabulary(Former.tokens(), switches).and(own);
    }

    /** This vocabulary and more. */
    public Vocabulary and(List<Former> more) {
        return new Vocabulary(Stream.concat(formers.stream(), more.stream()).toList(), switches);
    }

    public Vocabulary {
        formers = List.copyOf(formers);
        switches = Set.copyOf(switches);
    }
}
