package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as one line of a YAML template: {@code [{SubnetId: subnet-1}]}, texts quoted only where YAML needs it. */
public final class FlowStyle {

    private static final int LONGEST = 160;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/$.][A-Za-z0-9_/$.:*+-]*");
    /** What YAML 1.1 makes a boolean, a null or a number of when it is not quoted. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|0x[0-9a-f_]+"
            + "|[-+]?[0-9][0-9_]*(?:\\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+");

    private FlowStyle() {}

    /** The value as a problem shows it: a scalar's own text, everything else as YAML, cut to a readable length. */
    public static @Nullable String shown(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : shortened(of(value));
    }

    /** The value as it would stand in a template. */
    public static String of(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> quoted(member.getKey()) + ": " + of(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(FlowStyle::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? quoted(value.textValue()) : value.asText();
    }

    public static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The text in single quotes, unless YAML reads it as the same text without. */
    public static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(":")
                && !AMBIGUOUS.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
