package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.util.Iterator;
import java.util.function.Predicate;

/** Finds where in a template a value stands that was found in the resolved properties. */
public final class TemplatePath {

    private TemplatePath() {}

    /**
     * Follows a pointer into resolved properties through the template's own properties: into the branches that were taken,
     * past list items that were left out. Stops at any other function, for what follows is of its making.
     */
    public static String of(JsonNode declared, String pointer, Predicate<String> condition) {
        Place place = new Place(declared, "").inside(condition);
        Iterator<String> members =
                Splitter.on('/').omitEmptyStrings().split(pointer).iterator();
        while (members.hasNext()) {
            if (Functions.callIn(place.node).isPresent()) {
                return place.path;
            }
            place = place.member(members.next(), condition).inside(condition);
        }
        return place.path;
    }

    private record Place(JsonNode node, String path) {

        /** The value itself when the place holds an Fn::If. */
        Place inside(Predicate<String> condition) {
            JsonNode branches = node.path("Fn::If");
            if (node.size() != 1 || branches.size() != 3) {
                return this;
            }
            int taken = condition.test(branches.get(0).asText()) ? 1 : 2;
            return new Place(branches.get(taken), path + "/Fn::If/" + taken).inside(condition);
        }

        Place member(String name, Predicate<String> condition) {
            if (!node.isArray()) {
                String unescaped = name.replace("~1", "/").replace("~0", "~");
                return new Place(node.path(unescaped), path + "/" + name);
            }
            int wanted = Integer.parseInt(name);
            for (int i = 0; i < node.size(); i++) {
                Place item = new Place(node.get(i), Pointers.child(path, i));
                if (!Functions.isNoValue(item.inside(condition).node) && wanted-- == 0) {
                    return item;
                }
            }
            return new Place(node.path(node.size()), path + "/" + name);
        }
    }
}
