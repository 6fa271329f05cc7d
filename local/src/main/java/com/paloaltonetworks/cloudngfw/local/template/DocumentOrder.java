package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Problems in the order of their places in the template, so that a reader goes through it once. */
public final class DocumentOrder implements Comparator<Problem> {

    private final Map<String, Integer> positions = new HashMap<>();

    public DocumentOrder(JsonNode document) {
        number(document, "");
    }

    private void number(JsonNode value, String path) {
        positions.put(path, positions.size());
        value.properties().forEach(member -> number(member.getValue(), Pointers.child(path, member.getKey())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            number(value.get(i), Pointers.child(path, i));
        }
    }

    @Override
    public int compare(Problem one, Problem other) {
        return Integer.compare(position(one.path()), position(other.path()));
    }

    /** Something missing comes where the object is that lacks it. */
    private int position(String path) {
        String known = path;
        while (!positions.containsKey(known)) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('/')));
        }
        return positions.get(known);
    }
}
