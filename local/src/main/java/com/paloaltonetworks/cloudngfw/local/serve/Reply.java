package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to a tool.
 *
 * @param dropped the connection ends without an answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, Map<String, String> headers, byte[] body, boolean dropped) {

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, false);
    }

    static Reply json(int status, JsonNode document) {
        return of(status, "application/json", document.toString().getBytes(UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0], false);
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body, dropped);
    }
}
