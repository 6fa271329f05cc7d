package com.paloaltonetworks.cloudngfw.simulator.signature;

import lombok.Getter;

/** Why a signed request is not accepted; each front of AWS words it its own way. */
@Getter
public final class SignatureRefused extends Exception {
    private static final long serialVersionUID = 1;

    /** The reason, with the names of STS and of API Gateway. */
    public enum Cause {
        NOT_SIGNED,
        INCOMPLETE,
        UNKNOWN_KEY,
        KEY_EXPIRED,
        MISMATCH
    }

    private final Cause reason;

    SignatureRefused(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }
}
