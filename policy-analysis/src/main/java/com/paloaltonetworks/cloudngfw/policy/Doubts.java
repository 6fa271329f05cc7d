package com.paloaltonetworks.cloudngfw.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Says why nothing certain can be said. */
final class Doubts {

    private static final int MOST_NAMED = 3;

    private Doubts() {}

    /** Empty for an answer without doubts. */
    static String inWords(Coverage coverage) {
        if (coverage.isTooLarge()) {
            return "rules are too many and too different to compare them all";
        }
        List<String> unknown =
                coverage.doubts().stream().map(Doubts::inWords).distinct().toList();
        String named = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = unknown.size() - MOST_NAMED;
        return unknown.isEmpty() ? "" : "it is not known " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private static String inWords(Axis axis) {
        String name = axis.name().substring(axis.name().indexOf('/') + 1);
        return switch (axis.kind()) {
            case COUNTRY -> "which addresses lie in which country";
            case DEFAULT_PORTS -> "which ports application-default stands for";
            case CATEGORY -> "which URLs category " + name + " holds";
            case FQDN -> "which addresses " + name + " stands for";
            case PREFIX_LIST -> "what prefix list " + name + " holds";
            case FEED -> "what feed " + name + " holds";
            case TEXT -> "what " + axis.name() + " means";
            case APPLICATION, PORT, ADDRESS -> throw new IllegalStateException(axis + " is never in doubt");
        };
    }
}
