package com.paloaltonetworks.cloudngfw.client;

import org.jspecify.annotations.Nullable;

/**
 * AWS credentials. Their text form shows the key id only.
 *
 * @param sessionToken null or empty for a user's own keys
 */
public record Keys(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    @Override
    public String toString() {
        return "Keys[" + accessKeyId + "]";
    }
}
