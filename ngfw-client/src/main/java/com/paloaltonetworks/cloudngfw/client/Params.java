package com.paloaltonetworks.cloudngfw.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a GET. The service's documents disagree whether they belong into the query, in lower case, or into a
 * JSON body, in upper camel case; we send both.
 */
final class Params {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean queryAsSpelt;

    private Params() {}

    static Params none() {
        return new Params();
    }

    static Params of(String name, @Nullable Object value) {
        return none().and(name, value);
    }

    /** Both views, said explicitly: the default is not the same everywhere. */
    static Params bothViews() {
        return of("Candidate", true).and("Running", true);
    }

    /** Leaves out what is null or an empty collection. */
    Params and(String name, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
            values.put(name, value);
        }
        return this;
    }

    /** For the one endpoint whose query names are in upper camel case, the read of a rule. */
    Params withQueryAsSpelt() {
        queryAsSpelt = true;
        return this;
    }

    String query() {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
                pairs.add((queryAsSpelt ? name : name.toLowerCase(Locale.ROOT)) + "=" + encode(one.toString()));
            }
        });
        return pairs.stream().collect(Collectors.joining("&", pairs.isEmpty() ? "" : "?", ""));
    }

    String body() {
        return values.isEmpty() ? "" : Json.text(values);
    }

    /** Percent-encodes everything but RFC 3986's unreserved characters. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
