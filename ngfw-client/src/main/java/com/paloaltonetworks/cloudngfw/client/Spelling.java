package com.paloaltonetworks.cloudngfw.client;

/**
 * Finds a text in others however its characters are written there: as they are, with backslashes before them, as numbers of
 * JSON's, percent-encoded, or as references of XML's; and that once more, as a text inside a text.
 */
final class Spelling {

    /** Of backslashes, or of {@code 25} after a percent sign: each level of quoting doubles or adds one. */
    private static final int MOST_LEVELS = 8;

    private static final int LONGEST_REFERENCE = 8;

    private final String text;
    private int place;

    private Spelling(String text) {
        this.text = text;
    }

    /** The text with other words in all places of what is sought. */
    static String replaced(String text, String sought, String instead) {
        StringBuilder result = null;
        int copied = 0;
        Spelling spelling = new Spelling(text);
        for (int start = 0; start < text.length(); start++) {
            if (spelling.reads(sought, start)) {
                result = (result == null ? new StringBuilder() : result)
                        .append(text, copied, start)
                        .append(instead);
                copied = spelling.place;
                start = copied - 1;
            }
        }
        return result == null
                ? text
                : result.append(text, copied, text.length()).toString();
    }

    private boolean reads(String sought, int start) {
        place = start;
        for (int index = 0; index < sought.length(); index++) {
            if (place < text.length() && text.charAt(place) == sought.charAt(index)) {
                place++;
            } else if (decoded() != sought.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** The character that is written in more than one; -1 for none. Goes behind it. */
    private int decoded() {
        return switch (at(place)) {
            case '\\' -> escaped();
            case '%' -> percentEncoded();
            case '&' -> referred();
            default -> -1;
        };
    }

    private int escaped() {
        skip("\\");
        return at(place) == 'u' ? number(place + 1, 4, 16) : at(place++);
    }

    private int percentEncoded() {
        place++;
        skip("25");
        return number(place, 2, 16);
    }

    /** An ampersand that is written as a reference itself is one more level. */
    private int referred() {
        place++;
        skip("amp;");
        if (at(place) != '#') {
            return -1;
        }
        boolean hexadecimal = (at(place + 1) | 0x20) == 'x';
        int from = place + (hexadecimal ? 2 : 1);
        int end = from;
        while (end - from < LONGEST_REFERENCE && Character.isLetterOrDigit(at(end))) {
            end++;
        }
        if (at(end) != ';') {
            return -1;
        }
        int referred = number(from, end - from, hexadecimal ? 16 : 10);
        place = end + 1;
        return referred;
    }

    private void skip(String level) {
        for (int levels = 0; levels < MOST_LEVELS && text.startsWith(level, place); levels++) {
            place += level.length();
        }
    }

    private int number(int from, int digits, int radix) {
        place = from + digits;
        try {
            return place > text.length() ? -1 : Integer.parseInt(text, from, place, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private int at(int index) {
        return index < text.length() ? text.charAt(index) : -1;
    }
}
