package com.paloaltonetworks.cloudngfw.simulator.service;

import lombok.Getter;

/**
 * A refusal in the vendor's envelope. Only the fragments {@code does not exist}, {@code please provide latest token} and
 * {@code invalid request} are known; the rest of every text is a guess.
 */
@Getter
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code ErrorCode} of the envelope. */
    private final int code;

    private ApiError(int code, String reason) {
        super(reason);
        this.code = code;
    }

    static ApiError notFound(String kind, String name) {
        return new ApiError(400, kind + " " + name + " does not exist");
    }

    static ApiError alreadyExists(String kind, String name) {
        return new ApiError(400, kind + " " + name + " already exists");
    }

    static ApiError staleToken(String kind, String name) {
        return new ApiError(400, "update token of " + kind + " " + name + " is stale, please provide latest token");
    }

    static ApiError invalid(String what) {
        return new ApiError(400, "invalid request: " + what);
    }

    static ApiError invalidOperation(String why) {
        return new ApiError(400, "InvalidOperation: " + why);
    }

    static ApiError unsupported(String why) {
        return new ApiError(400, "UnsupportedOperation: " + why);
    }

    static ApiError limit(String which) {
        return new ApiError(400, "LimitExceeded: " + which);
    }

    static ApiError denied(String why) {
        return new ApiError(400, "AccessDenied: " + why);
    }

    static ApiError throttled() {
        return new ApiError(400, "Throttling: too many requests");
    }

    static ApiError serverFault() {
        return new ApiError(500, "InternalServerError: the request could not be processed");
    }
}
