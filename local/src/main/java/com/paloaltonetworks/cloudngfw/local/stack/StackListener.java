package com.paloaltonetworks.cloudngfw.local.stack;

/** Hears what happens while an operation runs. Calls come from any activity, one at a time. */
public interface StackListener {

    void happened(Stack stack, StackEvent event);

    /** A handler is still at it and says how far it is. */
    void progressed(String logicalId, String message);

    /** An update, or a create, has decided what to do with a resource. Resources that go are told of before all others. */
    default void decided(Decision decision) {}
}
