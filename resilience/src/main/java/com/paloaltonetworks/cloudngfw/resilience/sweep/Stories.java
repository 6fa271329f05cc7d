package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.util.List;
import java.util.stream.Stream;

/** Every operation of every type. */
final class Stories {

    private Stories() {}

    static List<Story> all() {
        return Stream.of(RulestackStories.all(), RuleStories.all(), FirewallStories.all())
                .flatMap(List::stream)
                .toList();
    }
}
