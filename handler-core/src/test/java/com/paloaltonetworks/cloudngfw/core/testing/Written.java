package com.paloaltonetworks.cloudngfw.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Compares what a template wrote with what a read shows, as drift detection does: what was not written is not compared,
 * values as texts to the letter, lists without regard to order.
 */
public final class Written {

    private Written() {}

    /** The pointers of what was written and is not shown as it was written. */
    public static List<String> notShown(JsonNode written, JsonNode shown) {
        List<String> missing = new ArrayList<>();
        compare("", written, shown, missing);
        return missing;
    }

    private static void compare(String path, JsonNode written, JsonNode shown, List<String> missing) {
        if (written.isObject()) {
            written.properties()
                    .forEach(member -> compare(
                            path + "/" + member.getKey(), member.getValue(), shown.path(member.getKey()), missing));
        } else if (written.isArray()) {
            for (int index = 0; index < written.size(); index++) {
                JsonNode item = written.get(index);
                if (items(shown).stream().noneMatch(found -> notShown(item, found).isEmpty())) {
                    missing.add(path + "/" + index);
                }
            }
        } else if (!written.asText().equals(shown.asText()) || shown.isContainerNode()) {
            missing.add(path);
        }
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
