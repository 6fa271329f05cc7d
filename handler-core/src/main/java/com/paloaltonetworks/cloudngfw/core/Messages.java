package com.paloaltonetworks.cloudngfw.core;

import java.util.List;
import java.util.function.Function;

/** Texts for CloudFormation, which keeps 1,024 characters of a message. */
public final class Messages {

    private static final int MOST = 1024;

    /** From the richest on: a problem without its remedy is better than one that is not told. */
    private static final List<Function<Problem, String>> FORMS =
            List.of(Problem::line, Problem::shortLine, problem -> problem.path() + ": " + problem.message());

    private Messages() {}

    /** All problems, one a line, as fully as fits the room; if nothing does, as many as fit and {@code and N more}. */
    static String of(List<Problem> problems, int room) {
        return FORMS.stream()
                .map(form -> text(problems, form))
                .filter(text -> text.length() <= room)
                .findFirst()
                .orElseGet(() -> cut(problems, FORMS.get(FORMS.size() - 1), room));
    }

    private static String text(List<Problem> problems, Function<Problem, String> form) {
        StringBuilder text = new StringBuilder(count(problems));
        problems.forEach(problem -> text.append('\n').append(form.apply(problem)));
        return text.toString();
    }

    private static String cut(List<Problem> problems, Function<Problem, String> form, int room) {
        StringBuilder text = new StringBuilder(count(problems));
        for (int index = 0; index < problems.size(); index++) {
            String line = "\n" + form.apply(problems.get(index));
            String rest = "\nand " + (problems.size() - index) + " more";
            if (text.length() + line.length() + rest.length() > room) {
                return text.append(rest).toString();
            }
            text.append(line);
        }
        return text.toString();
    }

    private static String count(List<Problem> problems) {
        return problems.size() == 1 ? "1 problem:" : problems.size() + " problems:";
    }

    static String fit(String message) {
        return cut(message, MOST);
    }

    /** With an ending that is ours, and that no length of the service's words may push out. */
    public static String fit(String words, String ending) {
        return cut(words, MOST - ending.length()) + ending;
    }

    /** No more bytes than that in a callback context, which is JSON, an ellipsis included. */
    public static String cutForContext(String text, int most) {
        int room = most - bytes('…');
        int size = 0;
        int fits = 0;
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            if (size <= room) {
                fits = index;
            }
            size += bytes(text.codePointAt(index));
        }
        return size <= most ? text : text.substring(0, fits) + "…";
    }

    /** Of a character in a JSON string of UTF-8. */
    private static int bytes(int codePoint) {
        if (codePoint < 0x20) {
            return 6;
        }
        if (codePoint < 0x80) {
            return codePoint == '"' || codePoint == '\\' ? 2 : 1;
        }
        return codePoint < 0x800 ? 2 : Character.isBmpCodePoint(codePoint) ? 3 : 4;
    }

    /** No more characters than that, an ellipsis included. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }
}
