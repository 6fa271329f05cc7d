package com.paloaltonetworks.cloudngfw.core;

import lombok.Getter;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** An operation ends here for a reason of our own, not of the service's. */
@Getter
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HandlerErrorCode code;

    public Refusal(HandlerErrorCode code, String message) {
        super(message);
        this.code = code;
    }
}
