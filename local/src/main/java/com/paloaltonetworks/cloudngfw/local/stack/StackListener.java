package com.paloaltonetworks.cloudngfw.local.stack;

/** Hears what happens while an operation runs. Calls come from any activity, one at a time. */
public interface StackListener {

    void happened(Stack stack, StackEvent event);

    /** A handler is still at it and says how far it is. */
    void progressed(String logicalId, String message);
}
