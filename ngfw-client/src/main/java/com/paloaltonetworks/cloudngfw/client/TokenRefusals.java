package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.List;
import java.util.function.BiFunction;
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

    /** The first whose text is found in the refusal; the last fits every refusal. */
    private static final List<Remedy> REMEDIES = List.of(
            remedy(
                    "signature expired|not yet current",
                    (kind, who) ->
                            "This machine's clock and the service's are more than five minutes apart: set the clock"),
            remedy(
                    "execute-api",
                    (kind, who) -> "Attach a policy to " + who
                            + " that allows execute-api:Invoke on arn:aws:execute-api:*:*:*"),
            remedy(
                    "missing authentication token|HTTP (404|3\\d\\d)|: not found",
                    (kind, who) -> "The endpoint does not know this path: check the configured API endpoint"),
            remedy(
                    "security token|signature",
                    (kind, who) -> "The AWS credentials of " + who
                            + " were refused: they have ended, or are of another partition"),
            remedy("onboard", (kind, who) -> ONBOARD),
            remedy("programmatic|not enabled|disabled|switched off", (kind, who) -> SWITCH_ON),
            remedy("", TokenRefusals::tagged));

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
            case INVALID, DENIED, NOT_FOUND, ALREADY_EXISTS, CONFLICT, BUSY, STALE, LIMIT ->
                remedied(refusal, kind, role == null ? "the execution role" : "role " + role);
        };
    }

    private static NgfwException remedied(NgfwException refusal, AdminKind kind, String who) {
        String reason = String.valueOf(refusal.getMessage());
        String advice = REMEDIES.stream()
                .filter(remedy -> remedy.text().matcher(reason).find())
                .findFirst()
                .map(remedy -> remedy.advice().apply(kind, who))
                .orElseThrow();
        return new NgfwException(Kind.DENIED, reason.replaceFirst("\\.$", "") + ". " + advice, refusal);
    }

    private static String tagged(AdminKind kind, String who) {
        String how = kind == AdminKind.GLOBAL_RULESTACK ? " through AWS Firewall Manager" : "";
        return "Tag " + who + " with " + kind.tags() + ", and check that the AWS account is onboarded to the tenant"
                + how + " and that programmatic access is enabled";
    }

    private static Remedy remedy(String text, BiFunction<AdminKind, String, String> advice) {
        return new Remedy(Pattern.compile(text, Pattern.CASE_INSENSITIVE), advice);
    }

    /** @param advice what to do, given the admin kind and whose signature was refused */
    private record Remedy(Pattern text, BiFunction<AdminKind, String, String> advice) {}
}
