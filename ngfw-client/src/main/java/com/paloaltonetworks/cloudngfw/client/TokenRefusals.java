package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why no token could be had, and what to do about it. The gateway's texts are Amazon API Gateway's; how the service words
 * a missing tag, an account not onboarded or access switched off is a guess, so the last remedy names all three.
 */
final class TokenRefusals {

    private static final String SWITCH_ON =
            "Enable programmatic access in the console of the Cloud NGFW tenant, under Tenant > General";

    private static final String ONBOARD = "Onboard the AWS account to the Cloud NGFW tenant";

    private static final List<Remedy> REMEDIES = List.of(
            remedy(
                    Kind.DENIED,
                    "signature expired|not yet current",
                    who -> "This machine's clock and the service's are more than five minutes apart: set the clock"),
            remedy(
                    Kind.DENIED,
                    "execute-api",
                    who -> "Attach a policy to " + who
                            + " that allows execute-api:Invoke on arn:aws:execute-api:*:*:*"),
            remedy(
                    Kind.INVALID,
                    "missing authentication token|HTTP 404|: not found",
                    who -> "The endpoint does not know this path: check ApiEndpoint in the type configuration"),
            remedy(
                    Kind.DENIED,
                    "security token|signature",
                    who -> "The AWS credentials of " + who + " were refused: they have ended or are not what signed"),
            remedy(Kind.DENIED, "onboard", who -> ONBOARD),
            remedy(Kind.DENIED, "programmatic|not enabled|disabled|switched off", who -> SWITCH_ON));

    private TokenRefusals() {}

    /** The service answered a token request with {@code Enabled} false. */
    static NgfwException switchedOff() {
        return new NgfwException(Kind.DENIED, "the tenant's programmatic access is switched off. " + SWITCH_ON);
    }

    /**
     * The refusal with its remedy. What may pass by itself stays as it is; of the rest nothing may look like an answer
     * about an object, such as NOT_FOUND.
     *
     * @param role whose signature was refused; null for the role that runs us
     */
    static NgfwException explained(NgfwException refusal, AdminKind kind, @Nullable String role) {
        return switch (refusal.getKind()) {
            case THROTTLED, SERVICE, NETWORK -> refusal;
            case INVALID, DENIED, NOT_FOUND, ALREADY_EXISTS, CONFLICT, STALE, LIMIT ->
                remedied(refusal, kind, role == null ? "the execution role" : "role " + role);
        };
    }

    private static NgfwException remedied(NgfwException refusal, AdminKind kind, String who) {
        String reason = String.valueOf(refusal.getMessage());
        Remedy remedy = REMEDIES.stream()
                .filter(candidate -> candidate.text().matcher(reason).find())
                .findFirst()
                .orElseGet(() -> new Remedy(Kind.DENIED, Pattern.compile(""), whose -> tagged(kind, whose)));
        return new NgfwException(remedy.kind(), reason + ". " + remedy.advice().apply(who), refusal);
    }

    private static String tagged(AdminKind kind, String who) {
        String fms = kind == AdminKind.GLOBAL_RULESTACK ? " through AWS Firewall Manager" : "";
        return "Tag " + who + " with " + kind.tags() + ", and check that the AWS account is onboarded to the tenant"
                + fms + " and that programmatic access is enabled";
    }

    private static Remedy remedy(Kind kind, String text, UnaryOperator<String> advice) {
        return new Remedy(kind, Pattern.compile(text, Pattern.CASE_INSENSITIVE), advice);
    }

    /** @param advice what to do, given whose signature was refused */
    private record Remedy(Kind kind, Pattern text, UnaryOperator<String> advice) {}
}
