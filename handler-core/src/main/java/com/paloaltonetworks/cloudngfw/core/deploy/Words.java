package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in texts of the service, whose form nobody documents. */
public final class Words {

    /** What any message may say without meaning an entry of that name. */
    private static final Set<String> COMMON = Set.of(
            "a",
            "all",
            "allow",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "by",
            "can",
            "cannot",
            "commit",
            "could",
            "deny",
            "does",
            "error",
            "exist",
            "failed",
            "for",
            "from",
            "had",
            "has",
            "have",
            "if",
            "in",
            "into",
            "invalid",
            "is",
            "it",
            "its",
            "list",
            "lists",
            "may",
            "missing",
            "must",
            "name",
            "named",
            "names",
            "no",
            "not",
            "of",
            "on",
            "or",
            "out",
            "priority",
            "rule",
            "rules",
            "security",
            "that",
            "the",
            "this",
            "to",
            "unknown",
            "used",
            "uses",
            "was",
            "were",
            "which",
            "will",
            "with");

    private static final String BEFORE = "(?<![A-Za-z0-9-])";
    private static final String AFTER = "(?![A-Za-z0-9-])";
    private static final String OTHER_KIND =
            BEFORE + "(?i:list|feed|certificate|category|type|rulestack)(?:\\s+|:\\s*)";
    private static final String KIND = BEFORE + "(?i:rule|list|feed|certificate|category|type|rulestack)(?:\\s+|:\\s*)";

    private Words() {}

    /**
     * Whether the text speaks of an entry of that name. {@code web} is not in {@code web-out}. A name that no language has,
     * with a digit or a hyphen in it, may stand anywhere; one of letters only must be quoted, stand at a place of a path or
     * before a colon, or follow the word for its kind; and what a sentence may go on with after that word, such as {@code
     * in}, must be set off on both sides. These forms are a guess.
     */
    public static boolean contains(String text, String name) {
        String word = Pattern.quote(name);
        boolean ordinary = name.matches("[A-Za-z]+");
        if (!ordinary) {
            return found(BEFORE + word + AFTER, text);
        }
        boolean common = COMMON.contains(name.toLowerCase(Locale.ROOT));
        return found("['\"`\\[<]" + word + "['\"`\\]>]", text)
                || found("(?:->|/)\\s*" + word + "(?:\\s*->|/|\\s*$)", text)
                || found("(?:^|[;\\n])\\s*" + word + "\\s*:", text)
                || found(KIND + word + (common ? "\\s*[(:]" : AFTER), text);
    }

    /** The same for a rule: what the text says is a list, or anything else that rules use, is not a rule of that name. */
    public static boolean nameRule(String text, String name) {
        String others = OTHER_KIND + "['\"`\\[<]?" + Pattern.quote(name) + AFTER;
        return contains(Pattern.compile(others).matcher(text).replaceAll(""), name);
    }

    private static boolean found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }
}
