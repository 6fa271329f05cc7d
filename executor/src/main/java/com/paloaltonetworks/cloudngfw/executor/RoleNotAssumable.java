package com.paloaltonetworks.cloudngfw.executor;

/** CloudFormation gets no credentials of a type's execution role, so the handler is not called at all. */
public final class RoleNotAssumable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RoleNotAssumable(String message) {
        super(message);
    }
}
