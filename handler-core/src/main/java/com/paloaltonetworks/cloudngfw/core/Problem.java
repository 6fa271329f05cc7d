package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.core.check.FlowStyle;
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

    public Problem mend(@Nullable String how) {
        return new Problem(path, value, message, how == null || how.isEmpty() ? null : how);
    }

    /** The same problem somewhere else. */
    public Problem movedTo(String place) {
        return new Problem(place, value, message, remedy);
    }

    /** One line for people: path, what is wrong, the value unless the message tells it, what to do. */
    public String line() {
        StringBuilder line = new StringBuilder(path);
        line.append(path.isEmpty() ? "" : ": ").append(message);
        if (value != null && !value.isEmpty() && !message.contains(value)) {
            line.append(" (found: ").append(FlowStyle.shortened(value)).append(')');
        }
        return remedy == null
                ? line.toString()
                : line.append(" - ").append(remedy).toString();
    }

    /** As {@link #line}, without the value. */
    String shortLine() {
        return path + ": " + message + (remedy == null ? "" : " - " + remedy);
    }
}
