package com.paloaltonetworks.cloudngfw.local.template;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The AllowedPattern of a parameter. Patterns are Java's, as CloudFormation's are, and a template may hold one that
 * backtracks for years; so the characters it looks at are counted.
 */
record AllowedPattern(String text) {

    /** What an honest pattern needs for the longest value of a parameter, a thousand times over. */
    private static final int MOST_LOOKS = 4_000_000;

    private static final int LONGEST = 4096;

    /** What became of matching a value. */
    enum Verdict {
        MATCHES,
        DIFFERS,
        TOO_HARD
    }

    /** Why it is no pattern; empty when it is one. */
    Optional<String> mistake() {
        if (text.length() > LONGEST) {
            return Optional.of("it has more than " + LONGEST + " characters");
        }
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        } catch (StackOverflowError deep) { // java.util.regex reads groups by recursion
            return Optional.of("its groups are nested too deeply");
        }
    }

    Verdict of(String value) {
        try {
            return Pattern.compile(text)
                            .matcher(new Counted(value, new AtomicInteger()))
                            .matches()
                    ? Verdict.MATCHES
                    : Verdict.DIFFERS;
        } catch (TooHard | StackOverflowError hard) { // java.util.regex repeats groups by recursion
            return Verdict.TOO_HARD;
        }
    }

    private static final class TooHard extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Refuses to be looked at without end. */
    private record Counted(CharSequence value, AtomicInteger looks) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_LOOKS) {
                throw new TooHard();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(value.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
