package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.check.FlowStyle;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or worth knowing, about a template.
 *
 * @param path JSON pointer into the template, functions in their long form
 * @param value what stands there, as text; null when something is missing
 * @param message what is wrong, in CloudFormation's own words where it has some
 * @param remedy what to do about it; empty when the message already says it
 */
public record Problem(String path, @Nullable String value, String message, String remedy, Severity severity) {

    /** Whether CloudFormation would refuse the template. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String path, @Nullable String value, String message, String remedy) {
        return new Problem(path, value, message, remedy, Severity.ERROR);
    }

    public static Problem error(String path, String message) {
        return error(path, null, message, "");
    }

    public static Problem warning(String path, @Nullable String value, String message) {
        return new Problem(path, value, message, "", Severity.WARNING);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The value of a node as a problem shows it: plain text for a scalar, YAML for everything else. */
    public static @Nullable String shown(@Nullable JsonNode value) {
        return FlowStyle.shown(value);
    }

    /** The same problem at another place, in other words. */
    public Problem with(String otherPath, String otherMessage, String otherRemedy) {
        return new Problem(otherPath, value, otherMessage, otherRemedy, severity);
    }

    /** The same without a text that nobody may read; a remedy may hold it in another form, so it goes too. */
    public Problem hiding(String secret) {
        if (value == null || !value.contains(secret)) {
            return with(path, message.replace(secret, "****"), remedy.replace(secret, "****"));
        }
        return new Problem(path, value.replace(secret, "****"), message.replace(secret, "****"), "", severity);
    }

    /** The same, not as a reason to refuse the template. */
    public Problem asWarning() {
        return new Problem(path, value, message, remedy, Severity.WARNING);
    }

    /** The problem with the command line's keys: Path, Value, Message, Remedy, Severity. */
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Path", path)
                .put("Value", value)
                .put("Message", message)
                .put("Remedy", remedy)
                .put("Severity", isError() ? "error" : "warning");
    }

    /** One line for people. */
    public String toLine() {
        StringBuilder line = new StringBuilder(path.isEmpty() ? "" : path + ": ").append(message);
        if (value != null && !value.isEmpty() && !message.contains(value)) {
            line.append(" (found: ").append(FlowStyle.shortened(value)).append(')');
        }
        return remedy.isEmpty()
                ? line.toString()
                : line.append(" - ").append(remedy).toString();
    }
}
