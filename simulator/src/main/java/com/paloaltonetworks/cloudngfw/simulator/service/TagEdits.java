package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tags of a rulestack or a firewall; they take effect at once. */
final class TagEdits {
    private static final int MOST = 50;

    private TagEdits() {}

    static void list(ObjectNode answer, Map<String, String> tags, Request request, Backend backend) {
        Page page = Page.of(tags.keySet(), request.parameters());
        Map<String, String> shown = new LinkedHashMap<>(tags);
        shown.keySet().retainAll(page.keys());
        Json.put(answer, "Tags", Json.tags(shown), backend.emptyLists());
        page.putNext(answer);
    }

    /** Guess: a tag that is there already gets the new value. */
    static ObjectNode add(Map<String, String> tags, Request request, Backend backend) {
        ObjectNode body = Shapes.TAGS.read(request.parameters().body(), backend.strict());
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(Json.tags(body.path("Tags")));
        checkCount(all);
        tags.putAll(all);
        return body;
    }

    static void checkCount(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw ApiError.limit("a resource may have " + MOST + " tags");
        }
    }

    static ObjectNode remove(Map<String, String> tags, Request request, Backend backend) {
        ObjectNode body = Shapes.UNTAG.read(request.parameters().body(), backend.strict());
        if (body.path("TagKeys").size() > MOST) {
            throw ApiError.limit("a call may remove " + MOST + " tags");
        }
        body.path("TagKeys").forEach(key -> tags.remove(key.asText()));
        return body;
    }
}
