package com.paloaltonetworks.cloudngfw.core.check;

import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The patterns of the schemas, in words. */
enum TextPattern {
    NAME("^[a-zA-Z0-9-]+$", "may hold letters, digits and hyphens only"),
    HOST("^[a-zA-Z0-9._-]+$", "may hold letters, digits, dots, hyphens and underscores only"),
    DIGITS("^[0-9]+$", "may hold digits only"),
    CONTENT_VERSION("^[0-9]+-[0-9]+$", "must be two numbers with a hyphen between them, such as 8433-6838"),
    URL("^(http|https)://.+$", "must be a URL that begins with http:// or https://"),
    OTHER("", "must match the pattern ");

    private final String pattern;
    private final String words;

    TextPattern(String pattern, String words) {
        this.pattern = pattern;
        this.words = words;
    }

    private static TextPattern of(String pattern) {
        return Arrays.stream(values())
                .filter(known -> known.pattern.equals(pattern))
                .findFirst()
                .orElse(OTHER);
    }

    /** The problem of a text that lacks the form; for a name with one that it could have instead. */
    static Problem problem(String path, String text, String pattern) {
        TextPattern known = of(pattern);
        String must = known == OTHER ? OTHER.words + pattern : known.words;
        return Problem.at(path, text, "is '" + FlowStyle.shortened(text) + "', but " + must)
                .mend(known.remedy(text));
    }

    private @Nullable String remedy(String text) {
        String name = text.strip().replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
        return switch (this) {
            case NAME -> name.isEmpty() ? null : "such as " + name;
            case HOST -> text.contains("*") ? "leave the asterisk out, or use a custom URL category" : null;
            case URL -> text.contains("://") ? null : "such as https://" + text;
            default -> null;
        };
    }
}
