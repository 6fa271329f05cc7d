package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** What a failure of the service means to CloudFormation. No default: a new kind does not compile until someone decides. */
public final class HandlerErrors {

    private HandlerErrors() {}

    public static HandlerErrorCode codeFor(Kind kind) {
        return switch (kind) {
            case INVALID -> HandlerErrorCode.InvalidRequest;
            case DENIED -> HandlerErrorCode.AccessDenied;
            case NOT_FOUND -> HandlerErrorCode.NotFound;
            case ALREADY_EXISTS -> HandlerErrorCode.AlreadyExists;
            case CONFLICT, BUSY, STALE -> HandlerErrorCode.ResourceConflict;
            case THROTTLED -> HandlerErrorCode.Throttling;
            case LIMIT -> HandlerErrorCode.ServiceLimitExceeded;
            case SERVICE -> HandlerErrorCode.ServiceInternalError;
            case NETWORK -> HandlerErrorCode.NetworkFailure;
        };
    }

    /** Whether the same request may succeed a little later. */
    public static boolean isTransient(Kind kind) {
        return switch (kind) {
            case CONFLICT, BUSY, STALE, THROTTLED, SERVICE, NETWORK -> true;
            case INVALID, DENIED, NOT_FOUND, ALREADY_EXISTS, LIMIT -> false;
        };
    }
}
