package com.paloaltonetworks.cloudngfw.simulator.sts;

import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureRefused;
import lombok.Getter;

/** A refusal of STS: HTTP status, code and message as AWS words them. */
@Getter
final class StsError extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    StsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static StsError of(SignatureRefused refused) {
        return switch (refused.getReason()) {
            case NOT_SIGNED ->
                new StsError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case INCOMPLETE -> new StsError(400, "IncompleteSignature", refused.getMessage());
            case UNKNOWN_KEY -> new StsError(403, "InvalidClientTokenId", refused.getMessage());
            case KEY_EXPIRED -> new StsError(403, "ExpiredToken", refused.getMessage());
            case MISMATCH -> new StsError(403, "SignatureDoesNotMatch", refused.getMessage());
        };
    }

    /** The same words for a missing role and for a role that does not trust the caller. */
    static StsError denied(Session caller, String action, String roleArn) {
        return new StsError(
                403,
                "AccessDenied",
                "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + roleArn);
    }

    static StsError constraint(String value, String member, String constraint) {
        return new StsError(
                400,
                "ValidationError",
                "1 validation error detected: Value '" + value + "' at '" + member + "' failed to satisfy constraint: "
                        + constraint);
    }

    static void checkText(String member, String value, int least, int most, String pattern) throws StsError {
        if (value.length() < least) {
            throw constraint(value, member, "Member must have length greater than or equal to " + least);
        }
        if (value.length() > most) {
            throw constraint(value, member, "Member must have length less than or equal to " + most);
        }
        if (!value.matches(pattern)) {
            throw constraint(value, member, "Member must satisfy regular expression pattern: " + pattern);
        }
    }
}
