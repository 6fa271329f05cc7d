package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the service's words mean. It has no typed errors. " does not exist" and "please provide latest token" are what the
 * vendor's own tools look for; the class names (AccessDenied, ...) are documented, but whether an answer contains them is
 * not; the rest are guesses.
 */
final class ErrorTexts {

    /** In this order: the first text found decides. */
    private static final List<Rule> RULES = List.of(
            rule(Kind.NOT_FOUND, " does not exist|could not find an associated rulestack|\\bResourceNotFound"),
            rule(Kind.STALE, "provide latest token"),
            rule(Kind.DENIED, "\\bAccessDenied"),
            // Before the limits, which "rate exceeded" and "rate limit exceeded" would otherwise match.
            rule(Kind.THROTTLED, "throttl|too many (requests|calls)|\\brate (limit )?exceed|slow down"),
            rule(Kind.LIMIT, "\\bLimitExceeded"),
            rule(Kind.ALREADY_EXISTS, "already exist|duplicate"),
            // Before the conflicts, as which the service words it.
            rule(Kind.BUSY, "commit.*(progress|unfinished|pending)|(progress|unfinished|pending).*commit"),
            rule(Kind.CONFLICT, "\\bInvalidOperation|\\bin use\\b|\\bassociated\\b"),
            rule(Kind.INVALID, "invalid ?request|\\bUnsupportedOperation"),
            rule(Kind.LIMIT, "\\blimit|exceed|\\bquota"),
            rule(Kind.THROTTLED, "\\brate\\b"),
            rule(Kind.DENIED, "access denied|not authori[sz]ed|permission|unauthorized|forbidden|security token"));

    private ErrorTexts() {}

    /**
     * By text, then by code.
     *
     * @param code the envelope's {@code ErrorCode} or else the HTTP status, which use the same numbers
     */
    static Kind kindOf(String reason, int code) {
        if (code == 429) {
            return Kind.THROTTLED;
        }
        return RULES.stream()
                .filter(rule -> rule.text().matcher(reason).find())
                .map(Rule::kind)
                .findFirst()
                .orElseGet(() -> byCode(code));
    }

    private static Kind byCode(int code) {
        if (code >= 500) {
            return Kind.SERVICE;
        }
        return switch (code) {
            case 401, 403 -> Kind.DENIED;
            case 409 -> Kind.CONFLICT;
            default -> Kind.INVALID;
        };
    }

    private static Rule rule(Kind kind, String text) {
        return new Rule(kind, Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    private record Rule(Kind kind, Pattern text) {}
}
