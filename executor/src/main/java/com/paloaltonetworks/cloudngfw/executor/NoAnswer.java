package com.paloaltonetworks.cloudngfw.executor;

import java.io.IOException;

/**
 * An invocation that says nothing: its process died, or runs on past CloudFormation's patience. CloudFormation then invokes
 * again with the same payload.
 */
public final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    public NoAnswer(String message) {
        super(message);
    }
}
