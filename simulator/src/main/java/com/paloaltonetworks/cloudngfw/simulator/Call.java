package com.paloaltonetworks.cloudngfw.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as it arrived, nothing decoded, so that a signature over it can be checked.
 *
 * @param path the raw path, {@code /cloudngfw/<region>/v1/...} or {@code /sts}
 * @param query the raw query without the question mark
 * @param headers names in any case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(String method, String path, @Nullable String query, Map<String, List<String>> headers, byte[] body) {
    /** All values of a header, whatever the case of its name. */
    public List<String> headers(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    /** The first value of a header. */
    public @Nullable String header(String name) {
        return headers(name).stream().findFirst().orElse(null);
    }
}
