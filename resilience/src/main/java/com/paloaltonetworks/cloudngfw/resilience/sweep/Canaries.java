package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that pass on the wire, as they really are, and the search for them in everything that a secret must not get
 * into: log lines, events with their models and contexts, messages, exceptions, the process's output, saved state.
 */
final class Canaries {

    /** What a secret is called where it may stand: in CloudFormation's payload, in answers of STS and of the token call. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)\"(?:secretAccessKey|sessionToken|TokenId|SubscriptionKey)\"\\s*:\\s*\"([^\"]+)\""
                    + "|<(?:SecretAccessKey|SessionToken)>([^<]+)<");

    private static final List<String> HEADERS = List.of("authorization", "x-api-key", "x-amz-security-token");

    /** In the header of a signed request all before it is public. */
    private static final String SIGNATURE = "Signature=";

    /** Shorter ones would be found anywhere. */
    private static final int SHORTEST = 12;

    /** So much of a secret is searched for, since messages are cut; a secret that is cut shorter is worth nothing. */
    private static final int TELLING = 16;

    private final Set<String> beginnings = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> searches = new ConcurrentHashMap<>();
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    void learn(String document) {
        Matcher matcher = SECRET.matcher(document);
        while (matcher.find()) {
            learnValue(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
    }

    void learn(ApiRequest request) {
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (HEADERS.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
                String value = header.getValue();
                int signature = value.indexOf(SIGNATURE);
                learnValue(signature < 0 ? value : value.substring(signature + SIGNATURE.length()));
            }
        }
    }

    void learn(ApiResponse answer) {
        learn(answer.body());
    }

    private void learnValue(String value) {
        if (value.length() >= SHORTEST) {
            beginnings.add(value.substring(0, Math.min(TELLING, value.length())));
        }
    }

    /** Looks for every secret known so far; the place is remembered, the secret is not told. */
    void search(String place, @Nullable String text) {
        if (text == null) {
            return;
        }
        searches.merge(place, 1, Integer::sum);
        if (beginnings.stream().anyMatch(text::contains)) {
            found.add("a secret in " + place);
        }
    }

    /** With its causes and what it suppressed. */
    void search(String place, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        search(place, trace.toString());
    }

    /** Where secrets were found. */
    Set<String> found() {
        return found;
    }

    /** How many texts of that place were searched. */
    int searched(String place) {
        return searches.getOrDefault(place, 0);
    }

    int known() {
        return beginnings.size();
    }
}
