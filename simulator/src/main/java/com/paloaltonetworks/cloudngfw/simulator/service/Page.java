package com.paloaltonetworks.cloudngfw.simulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One page of sorted keys.
 *
 * @param next the token of the following page, null on the last; it stands for the last key of this one
 */
record Page(List<String> keys, boolean first, @Nullable String next) {
    static final int MOST = 1024;

    /** The page that {@code maxresults} and {@code nexttoken} ask for. */
    static Page of(Collection<String> keys, Parameters parameters) {
        return of(keys, parameters, MOST);
    }

    static Page of(Collection<String> keys, Parameters parameters, int most) {
        int size = parameters.whole("MaxResults", most, 1, most);
        String token = parameters.text("NextToken");
        String after = token == null ? null : open(token);
        TreeSet<String> sorted = new TreeSet<>(keys);
        Collection<String> rest = after == null ? sorted : sorted.tailSet(after, false);
        List<String> page = rest.stream().limit(size).toList();
        boolean more = rest.size() > page.size();
        return new Page(page, token == null, more ? seal(page.get(page.size() - 1)) : null);
    }

    void putNext(ObjectNode answer) {
        if (next != null) {
            answer.put("NextToken", next);
        }
    }

    private static String seal(String lastKey) {
        return Base64.getEncoder().encodeToString(("after:" + lastKey).getBytes(UTF_8));
    }

    private static String open(String token) {
        try {
            String opened = new String(Base64.getDecoder().decode(token), UTF_8);
            if (opened.startsWith("after:")) {
                return opened.substring("after:".length());
            }
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("NextToken is not valid");
        }
        throw ApiError.invalid("NextToken is not valid");
    }
}
