package com.paloaltonetworks.cloudngfw.client;

import java.util.Map;

/**
 * One complete HTTP answer.
 *
 * @param status HTTP status
 * @param headers names in lower case, first value each
 * @param body text of the whole body, empty for none
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    /** Without headers and body, which may carry tokens. */
    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
