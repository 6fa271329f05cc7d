package com.paloaltonetworks.cloudngfw.core.content;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names of rules on the move, for a service that lets no two rules of a list have the same name. Whoever finds one knows whose
 * it is, so that a move broken off half-way is finished by the next invocation.
 */
public enum TemporaryName {
    MOVING("--moving"),
    PARKED("--parked");

    /** Rule names have at most 48 characters. */
    private static final int ROOM = 40;

    private static final HexFormat HEX = HexFormat.of();

    private final String suffix;

    TemporaryName(String suffix) {
        this.suffix = suffix;
    }

    public String of(String name) {
        return stem(name) + suffix;
    }

    /** Whether a found name is the name itself or stands in for it. */
    public static boolean isOf(String name, String found) {
        return found.equals(name) || found.equals(MOVING.of(name)) || found.equals(PARKED.of(name));
    }

    /** Whether a name stands in for another. */
    public static boolean isTemporary(String found) {
        return Arrays.stream(values()).anyMatch(kind -> found.endsWith(kind.suffix));
    }

    /** Whether two found names stand for the same rule. */
    public static boolean areOfOneRule(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String found) {
        for (TemporaryName kind : values()) {
            if (found.endsWith(kind.suffix)) {
                return found.substring(0, found.length() - kind.suffix.length());
            }
        }
        return stem(found);
    }

    /** Long names that begin alike must not end alike. */
    private static String stem(String name) {
        return name.length() <= ROOM ? name : name.substring(0, ROOM - 9) + "-" + HEX.toHexDigits(name.hashCode());
    }
}
