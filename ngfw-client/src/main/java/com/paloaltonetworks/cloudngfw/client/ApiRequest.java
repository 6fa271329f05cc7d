package com.paloaltonetworks.cloudngfw.client;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param method GET, POST, PUT, PATCH or DELETE; every one of them may carry a body
 * @param uri absolute, query included
 * @param headers without Host and Content-Length, which the network adds
 * @param body UTF-8 JSON, or empty for none
 */
public record ApiRequest(String method, URI uri, Map<String, String> headers, String body) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** Method and path, as messages and logs show them; from the API's version on, and without a revoked token. */
    String name() {
        String path = uri.getPath().replaceFirst("^.*?(?=/v\\d+/)", "");
        return method + " "
                + (method.equals("DELETE") ? path.replaceFirst("/mgmt/tokens/.*", "/mgmt/tokens/{TokenId}") : path);
    }

    /** Without headers and body, which may carry tokens and keys. */
    @Override
    public String toString() {
        return "ApiRequest[" + name() + "]";
    }
}
