package com.paloaltonetworks.cloudngfw.core;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a wanted model.
 *
 * @param path JSON pointer into the model, such as {@code /RuleList/0/Priority}
 * @param value the offending value as text, null where something is missing
 * @param message what is wrong, as a sentence without its full stop
 * @param remedy what to do about it; null when the message says it
 */
public record Problem(
        String path,
        @Nullable String value,
        String message,
        @Nullable String remedy) {

    public static Problem at(String path, @Nullable Object value, String message) {
        return new Problem(path, value == null ? null : value.toString(), message, null);
    }

    public Problem mend(String how) {
        return new Problem(path, value, message, how);
    }

    /** One line for a handler's message. */
    String line() {
        return path + ": " + message + (remedy == null ? "" : " (" + remedy + ")");
    }
}
