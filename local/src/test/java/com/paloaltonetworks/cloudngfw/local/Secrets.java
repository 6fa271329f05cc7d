package com.paloaltonetworks.cloudngfw.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys and tokens that were issued while a test ran, and the search for them. */
final class Secrets {

    private static final Pattern ISSUED_BY_STS = Pattern.compile("<(SecretAccessKey|SessionToken)>([^<]+)</\\1>");

    /** A secret access key alone; the execution role's never crosses the wire by which the others are known. */
    private static final Pattern SECRET_ACCESS_KEY =
            Pattern.compile("(?<![A-Za-z0-9+/_-])(?=\\D*\\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])"
                    + "[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])");

    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    void add(String secret) {
        if (!secret.isEmpty()) {
            issued.add(secret);
        }
    }

    /** A header of a request to the service or to STS. */
    void addHeader(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "x-api-key", "x-amz-security-token" -> add(value);
            case "authorization" -> {
                if (!value.startsWith("AWS4-HMAC-SHA256 ")) { // a signature, which opens nothing else
                    add(value);
                }
            }
            default -> {} // not secret
        }
    }

    /** The answer of STS or of the service's token endpoint. */
    void addAnswer(String body) {
        ISSUED_BY_STS.matcher(body).results().forEach(found -> add(found.group(2)));
        if (body.contains("\"SubscriptionKey\"")) {
            JsonNode answer = Terminal.json(body);
            Stream.of("TokenId", "SubscriptionKey")
                    .flatMap(member -> answer.findValuesAsText(member).stream())
                    .forEach(this::add);
        }
    }

    int size() {
        return issued.size();
    }

    String any() {
        return issued.iterator().next();
    }

    /** The secrets that stand in a text, in clear or as a URL has them, and whatever looks like a secret access key. */
    List<String> in(String text) {
        Stream<String> known =
                issued.stream().filter(secret -> text.contains(secret) || text.contains(encoded(secret)));
        Stream<String> alike = SECRET_ACCESS_KEY.matcher(text).results().map(found -> found.group());
        return Stream.concat(known, alike).toList();
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }
}
