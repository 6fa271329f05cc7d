package com.paloaltonetworks.cloudngfw.client;

import lombok.Getter;

/** A call to the service, or on the way to it, failed. The kind is decided where the answer is read, and nowhere else. */
@Getter
public final class NgfwException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a failure means to the caller. */
    public enum Kind {
        /** The service refuses the request's content, now and later. */
        INVALID,
        /** Credentials, role, tag or permission are missing. */
        DENIED,
        /** The object does not exist. The only kind that means "absent". */
        NOT_FOUND,
        /** An object of that name or key exists. */
        ALREADY_EXISTS,
        /** The object is in use by another, or in a state that forbids the change, now. */
        CONFLICT,
        /** A commit of the rulestack is under way; when it has ended, the same request may succeed. */
        BUSY,
        /** The update token is not the latest: read again and repeat. */
        STALE,
        THROTTLED,
        /** A quota is used up. */
        LIMIT,
        /** The service failed. */
        SERVICE,
        /** No complete answer came: the request may or may not have been carried out. */
        NETWORK
    }

    private final Kind kind;

    public NgfwException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public NgfwException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }
}
