package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Ranges.Range;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All ports on one line: those of TCP, those of UDP, and one number for every protocol that has none. */
final class Ports {

    private static final Pattern PORTS =
            Pattern.compile("(TCP|UDP):(\\d{1,5})(?:-(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);
    private static final int SIZE = 65_536;
    private static final BigInteger LAST = BigInteger.valueOf(2L * SIZE);

    private Ports() {}

    static Ranges of(Collection<Range> ports) {
        return Ranges.of(LAST, ports);
    }

    /** Such as {@code TCP:443} or {@code UDP:5000-5100}, an empty range when reversed; empty for any other text. */
    static Optional<Range> range(String text) {
        Matcher parts = PORTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int start = parts.group(1).toUpperCase(Locale.ROOT).equals("TCP") ? 0 : SIZE;
        int first = Integer.parseInt(parts.group(2));
        int last = parts.group(3) == null ? first : Integer.parseInt(parts.group(3));
        return Math.max(first, last) < SIZE
                ? Optional.of(new Range(BigInteger.valueOf(start + first), BigInteger.valueOf(start + last)))
                : Optional.empty();
    }
}
