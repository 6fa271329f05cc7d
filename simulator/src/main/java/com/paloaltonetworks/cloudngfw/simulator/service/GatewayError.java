package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureRefused;
import lombok.Getter;

/** A refusal by the API gateway in front of the service: no envelope, only {@code {"message": ...}}. */
@Getter
final class GatewayError extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;

    GatewayError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static GatewayError of(SignatureRefused refused) {
        return switch (refused.getReason()) {
            case NOT_SIGNED -> noSuchRoute();
            case INCOMPLETE -> new GatewayError(403, "IncompleteSignatureException", refused.getMessage());
            case UNKNOWN_KEY -> new GatewayError(403, "UnrecognizedClientException", refused.getMessage());
            case KEY_EXPIRED -> new GatewayError(403, "ExpiredTokenException", refused.getMessage());
            case MISMATCH -> new GatewayError(403, "InvalidSignatureException", refused.getMessage());
        };
    }

    /** The gateway's words for an unknown route are those for an unsigned request. */
    static GatewayError noSuchRoute() {
        return new GatewayError(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    static GatewayError badToken() {
        return new GatewayError(401, "UnauthorizedException", "Unauthorized");
    }

    static GatewayError badKey() {
        return new GatewayError(403, "ForbiddenException", "Forbidden");
    }

    static GatewayError tooManyRequests() {
        return new GatewayError(429, "TooManyRequestsException", "Too Many Requests");
    }
}
