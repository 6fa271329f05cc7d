package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One value that a deploy changes.
 *
 * @param path JSON pointer into the template; of what goes, into the properties that the stack has
 * @param name the entry of a list that the value belongs to, such as {@code rule web (LocalRule 120)}; null outside of lists
 * @param member where in that entry, or in the resource, the value stands; empty for the whole entry
 * @param before null when the value is added
 * @param after null when the value is removed
 */
public record Detail(
        String path,
        @Nullable String name,
        String member,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What happens to a value. */
    public enum Action {
        Add,
        Change,
        Remove
    }

    public Action action() {
        if (before == null) {
            return Action.Add;
        }
        return after == null ? Action.Remove : Action.Change;
    }

    /** {@code {"Path","Name","Action","Before","After"}}; what is not there is null. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("Path", path)
                .put("Name", name)
                .put("Action", action().name());
        json.set("Before", before == null ? json.nullNode() : before);
        json.set("After", after == null ? json.nullNode() : after);
        return json;
    }
}
