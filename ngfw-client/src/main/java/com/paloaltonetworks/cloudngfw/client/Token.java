package com.paloaltonetworks.cloudngfw.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A bought token. Its text form shows no secret.
 *
 * @param id the JWT, which goes into {@code Authorization} as it is
 * @param subscriptionKey goes into {@code x-api-key}
 * @param purchase which of the purchases of its cache it comes from
 * @param expires when it ends, by our clock
 */
record Token(String id, String subscriptionKey, long purchase, Instant expires) {

    /** The same request with the two headers that carry a token. */
    ApiRequest on(ApiRequest request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Authorization", id);
        headers.put("x-api-key", subscriptionKey);
        return new ApiRequest(request.method(), request.uri(), headers, request.body());
    }

    @Override
    public String toString() {
        return "Token[expires " + expires + "]";
    }
}
