package com.paloaltonetworks.cloudngfw.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tag within a rule that tells which stack made it, so that a rule's handler can tell its siblings' uncommitted entries from
 * a stranger's draft. It is never shown and never compared. That the service keeps the tags of a rule as they were written is
 * a guess from its API files.
 */
public final class StackMark {

    private static final String KEY = "cloudngfw:cloudformation-stack";
    private static final String STACK_ID = "aws:cloudformation:stack-id";
    private static final String NO_STACK = "none";

    private StackMark() {}

    /**
     * The mark of the stack with these system tags; whatever is made outside stacks, as by Cloud Control, has one in common.
     * A stack id's last part is unique, and short.
     */
    public static Tag of(Map<String, String> systemTags) {
        String id = systemTags.getOrDefault(STACK_ID, NO_STACK);
        return new Tag(KEY, id.substring(id.lastIndexOf('/') + 1));
    }

    public static boolean isOn(@Nullable RuleEntry rule, Tag mark) {
        return rule != null && rule.tags() != null && rule.tags().contains(mark);
    }

    /** Whether any stack has made the rule; one that was imported or made in the console bears no mark. */
    public static boolean isMarked(RuleEntry rule) {
        return rule.tags() != null && rule.tags().stream().anyMatch(tag -> KEY.equals(tag.key()));
    }

    public static RuleEntry put(RuleEntry rule, Tag mark) {
        List<Tag> tags = new ArrayList<>(Objects.requireNonNullElse(rule.tags(), List.of()));
        tags.add(mark);
        return rule.toBuilder().tags(tags).build();
    }

    /** The tags that users know of. */
    public static List<Tag> without(@Nullable List<Tag> tags) {
        return tags == null
                ? List.of()
                : tags.stream().filter(tag -> !KEY.equals(tag.key())).toList();
    }

    static ArrayNode without(JsonNode tags) {
        ArrayNode shown = Json.mapper().createArrayNode();
        tags.forEach(tag -> {
            if (!KEY.equals(tag.path("Key").asText())) {
                shown.add(tag);
            }
        });
        return shown;
    }
}
