package com.paloaltonetworks.cloudngfw.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param dropped the connection ends without an answer
 * @param delay how long the answer is held back by a fault; zero for none
 */
public record Answer(int status, Map<String, String> headers, String body, boolean dropped, Duration delay) {
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, false, Duration.ZERO);
    }

    /** The request was lost. */
    public static Answer lost() {
        return new Answer(0, Map.of(), "", true, Duration.ZERO);
    }

    /** This answer, lost on its way back. */
    public Answer asLost() {
        return new Answer(status, headers, body, true, delay);
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, dropped, delay);
    }

    public Answer withDelay(Duration longer) {
        return new Answer(status, headers, body, dropped, longer);
    }
}
