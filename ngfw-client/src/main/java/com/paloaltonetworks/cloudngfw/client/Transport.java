package com.paloaltonetworks.cloudngfw.client;

/** One stage on the way of a request: signs, retries, logs, or sends it over the wire. */
@FunctionalInterface
public interface Transport {
    /** @throws NgfwException of kind NETWORK when no complete answer came */
    ApiResponse send(ApiRequest request);
}
