package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why no token could be had, and what to do about it. */
final class TokenRefusals {

    private TokenRefusals() {}

    static NgfwException switchedOff() {
        return new NgfwException(
                Kind.DENIED,
                "programmatic access to the Cloud NGFW tenant is switched off: enable it in the tenant's console under Tenant > General");
    }

    static NgfwException explained(NgfwException refusal, AdminKind kind, @Nullable String role) {
        return switch (refusal.getKind()) {
            case DENIED, INVALID, NOT_FOUND, CONFLICT ->
                new NgfwException(Kind.DENIED, refusal.getMessage() + ". " + remedy(refusal, kind, role), refusal);
            default -> refusal;
        };
    }

    private static String remedy(NgfwException refusal, AdminKind kind, @Nullable String role) {
        String reason = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        return reason + kind + role;
    }
}
