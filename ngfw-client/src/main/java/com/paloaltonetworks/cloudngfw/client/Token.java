package com.paloaltonetworks.cloudngfw.client;

import java.time.Instant;

/**
 * A bought token. Its text form shows no secret.
 *
 * @param id the JWT, which goes into {@code Authorization} as it is
 * @param subscriptionKey goes into {@code x-api-key}
 * @param expires when it ends, by our clock
 */
record Token(String id, String subscriptionKey, Instant expires) {

    @Override
    public String toString() {
        return "Token[expires " + expires + "]";
    }
}
