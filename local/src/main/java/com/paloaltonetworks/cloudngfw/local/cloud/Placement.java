package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems of one resource's properties as problems of the template: its paths, in their texts too. */
final class Placement {

    /** What may be a pointer in a sentence: it begins a word, and a name follows its slash. */
    private static final Pattern POINTER = Pattern.compile("(?<=^|[ (])/[A-Za-z][^ ,;:()'\"?]*");

    private final JsonNode properties;
    private final UnaryOperator<String> place;

    /** @param place the template's path of a pointer into the properties */
    Placement(JsonNode properties, UnaryOperator<String> place) {
        this.properties = properties;
        this.place = place;
    }

    Problem of(Problem problem) {
        return problem.with(place.apply(problem.path()), text(problem.message()), text(problem.remedy()));
    }

    private String text(String sentence) {
        return POINTER.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(whole(found.group())));
    }

    /** Only what leads somewhere is a pointer. */
    private String whole(String pointer) {
        String parent = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
        boolean known = !properties.at(pointer).isMissingNode()
                || (!parent.isEmpty() && !properties.at(parent).isMissingNode());
        return known ? place.apply(pointer) : pointer;
    }
}
