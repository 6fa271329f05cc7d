package com.paloaltonetworks.cloudngfw.core;

import java.util.List;

/** Texts for CloudFormation, which keeps 1,024 characters of a message. */
final class Messages {

    private static final int MOST = 1024;

    private Messages() {}

    /** All problems, one a line; when they do not fit the room, as many as do and {@code and N more}. */
    static String of(List<Problem> problems, int room) {
        StringBuilder text = new StringBuilder(problems.size() == 1 ? "1 problem:" : problems.size() + " problems:");
        for (int index = 0; index < problems.size(); index++) {
            String line = "\n" + problems.get(index).line();
            String rest = "\nand " + (problems.size() - index) + " more";
            if (text.length() + line.length() + rest.length() > room) {
                return text.append(rest).toString();
            }
            text.append(line);
        }
        return text.toString();
    }

    static String fit(String message) {
        return message.length() <= MOST ? message : message.substring(0, MOST - 1) + "…";
    }
}
