package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that pass on the wire, as they really are, and the search for them in everything that a secret must not get
 * into: log lines, events with their models and contexts, messages, saved state.
 */
final class Canaries {

    /** What a secret is called where it may stand: in CloudFormation's payload, in answers of STS and of the token call. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)\"(?:secretAccessKey|sessionToken|TokenId|SubscriptionKey)\"\\s*:\\s*\"([^\"]+)\""
                    + "|<(?:SecretAccessKey|SessionToken)>([^<]+)<");

    private static final List<String> HEADERS = List.of("authorization", "x-api-key", "x-amz-security-token");

    /** Shorter ones would be found anywhere. */
    private static final int SHORTEST = 12;

    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> found = new LinkedHashSet<>();

    void learn(String document) {
        Matcher matcher = SECRET.matcher(document);
        while (matcher.find()) {
            learnValue(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
    }

    void learn(ApiRequest request) {
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (HEADERS.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
                learnValue(header.getValue());
            }
        }
    }

    void learn(ApiResponse answer) {
        learn(answer.body());
    }

    private void learnValue(String value) {
        if (value.length() >= SHORTEST) {
            secrets.add(value);
        }
    }

    /** Looks for every secret known so far; the place is remembered, the secret is not told. */
    void search(String place, @Nullable String text) {
        if (text != null && secrets.stream().anyMatch(text::contains)) {
            found.add("a secret in " + place);
        }
    }

    void search(String place, JsonNode json) {
        search(place, json.toString());
    }

    /** Where secrets were found. */
    Set<String> found() {
        return found;
    }

    int known() {
        return secrets.size();
    }
}
