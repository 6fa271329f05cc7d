package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Hears how an operation goes on, once per IN_PROGRESS event. */
@FunctionalInterface
public interface Listener {

    Listener DEAF = (physicalId, model, message) -> {};

    void progressed(String physicalId, ObjectNode model, @Nullable String message);
}
