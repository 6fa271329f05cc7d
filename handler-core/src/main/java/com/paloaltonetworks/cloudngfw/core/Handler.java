package com.paloaltonetworks.cloudngfw.core;

import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.ProgressEvent;

/**
 * One of a type's five handlers. It has nothing of its own to decide: what all types need is the runner's, what one type
 * needs is its plan's.
 *
 * @param <M> the type's model
 */
public abstract class Handler<M> {

    private final ResourceType<M> type;
    private final Action action;

    protected Handler(ResourceType<M> type, Action action) {
        this.type = type;
        this.action = action;
    }

    public final Action action() {
        return action;
    }

    final ProgressEvent<M, Progress> handle(Operation<M> op) {
        return new Runner<>(type, action, op).run();
    }
}
