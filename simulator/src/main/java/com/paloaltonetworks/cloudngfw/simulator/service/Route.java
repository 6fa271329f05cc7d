package com.paloaltonetworks.cloudngfw.simulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One endpoint.
 *
 * @param template its path with {@code {placeholders}}
 */
record Route(String method, String template, Access access, Function<Request, Reply> handler) {
    /** {@code METHOD /path/with/{placeholders}}. */
    String name() {
        return method + " " + template;
    }

    /** The decoded values of the placeholders if the path is this endpoint's. */
    Optional<Map<String, String>> match(String givenMethod, String rawPath) {
        String[] wanted = template.split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (!method.equals(givenMethod) || wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                String name = wanted[i].substring(1, wanted[i].length() - 1);
                values.put(name, URLDecoder.decode(given[i].replace("+", "%2B"), UTF_8));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
