package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import org.jspecify.annotations.Nullable;

/** What an operation does to one resource, in the words of a change set. */
public enum ResourceChange {
    Add,
    Modify,
    Replace,
    Remove,
    Keep;

    /**
     * @param current the resource as it is; null when the stack has none of that logical id
     * @param properties resolved and typed
     * @param tagsChanged whether the tags of the stack differ
     */
    static ResourceChange of(
            @Nullable StackResource current, ResourceType type, ObjectNode properties, boolean tagsChanged) {
        if (current == null || current.status() == ResourceStatus.CREATE_FAILED) {
            return Add;
        }
        if (!current.type().equals(type.name()) || type.replaces(current.properties(), properties)) {
            return Replace;
        }
        boolean asWanted = current.properties().equals(properties)
                && !(tagsChanged && type.isTaggable())
                && !current.status().isFailed();
        return asWanted ? Keep : Modify;
    }
}
