package com.paloaltonetworks.cloudngfw.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of what a service says, before any of it can get into a message or a log. */
final class Discretion {

    private static final String STARS = "****";

    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "x-api-key", "x-amz-security-token");

    /** Shorter ones are no secrets, and would be found in ordinary words. */
    private static final int SHORTEST_SECRET = 16;

    private static final String BETWEEN = "(?:&quot;|%22|%3A|\\\\u0022|\\W){1,10}";

    /** Members of an answer that sells a token, up to the quote where there is one, and the shape of the token itself. */
    private static final Pattern ISSUED = Pattern.compile(
            "((?:TokenId|SubscriptionKey)" + BETWEEN + "(?<=[\"']))[^\"']+"
                    + "|((?:TokenId|SubscriptionKey)" + BETWEEN + ")[^\\s\"'<>,;&}]+"
                    + "|\\beyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?",
            Pattern.CASE_INSENSITIVE);

    private Discretion() {}

    /**
     * The answer without the secrets that its request carried: who refuses a signature repeats what should have been signed,
     * the session token included, in whatever way its words are written.
     */
    static ApiResponse withoutEchoes(ApiRequest sent, ApiResponse answer) {
        String body = answer.body();
        for (String secret : secrets(sent)) {
            body = Spelling.replaced(body, secret, STARS);
        }
        return new ApiResponse(answer.status(), answer.headers(), body);
    }

    /** Words of an answer, for a message: without tokens that it has just issued. */
    static String words(String answered) {
        return ISSUED.matcher(answered)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(found.group(1), Objects.requireNonNullElse(found.group(2), ""))
                                + STARS));
    }

    private static List<String> secrets(ApiRequest sent) {
        return sent.headers().entrySet().stream()
                .filter(header -> SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }
}
