package com.paloaltonetworks.cloudngfw.local.template;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A slip of the keyboard, or of a transfer.
 *
 * @param at where, in thousandths of the text
 * @param length how much of what stands there goes
 * @param text what comes instead
 */
record TextEdit(int at, int length, String text) {

    private static final String[] TEXTS = {
        "",
        "",
        " ",
        "  ",
        "\n",
        "\t",
        "\r",
        ":",
        ": ",
        "- ",
        "-",
        "? ",
        "!",
        "!Sub ",
        "!Ref ",
        "!GetAtt ",
        "!Sub\n  ",
        "!!binary ",
        "!!int ",
        "!!python/object:x ",
        "! ",
        "!<tag:x> ",
        "&a ",
        "*a ",
        "<<: ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        "\"",
        "|",
        ">-",
        "|9",
        "#",
        " #",
        "%YAML 9.9\n",
        "%TAG ! tag:x,2000:\n",
        "---\n",
        "...\n",
        "@",
        "`",
        "\0",
        "\u0007",
        "\ufeff",
        "\u2028",
        "\ud800",
        "😀",
        "~",
        "null",
        "0o7",
        "0b1",
        "1e99",
        ".inf",
        "190:20:30",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "\\",
        "\"\\x",
        "a: b"
    };

    static Arbitrary<TextEdit> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(TEXTS))
                .as(TextEdit::new);
    }

    String apply(String document) {
        int from = (int) ((long) document.length() * at / 1000);
        int to = Math.min(document.length(), from + length);
        return document.substring(0, from) + text + document.substring(to);
    }
}
