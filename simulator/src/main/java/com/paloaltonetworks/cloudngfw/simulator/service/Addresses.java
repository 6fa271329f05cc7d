package com.paloaltonetworks.cloudngfw.simulator.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** IP addresses and prefixes, both families. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    static boolean isAnyOrPrefix(String text) {
        return text.equalsIgnoreCase("any") || isPrefix(text);
    }

    /** {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}. */
    static boolean isPrefix(String text) {
        String[] parts = text.split("/", 2);
        boolean four = IPV4.matcher(parts[0]).matches();
        if (!four && !isIpv6(parts[0])) {
            return false;
        }
        return parts.length == 1 || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= (four ? 32 : 128));
    }

    /** With a colon in it the text is a literal or an error, never looked up. */
    private static boolean isIpv6(String text) {
        if (!IPV6_CHARACTERS.matcher(text).matches()) {
            return false;
        }
        try {
            InetAddress.getByName(text);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** {@code TCP:443}, {@code UDP:80-90} or a bare protocol. */
    static boolean isPort(String text) {
        if (!text.matches("[A-Za-z0-9-]+(:\\d{1,5}(-\\d{1,5})?)?")) {
            return false;
        }
        String[] ends = text.substring(text.indexOf(':') + 1).split("-", 2);
        if (text.indexOf(':') < 0) {
            return true;
        }
        int low = Integer.parseInt(ends[0]);
        int high = ends.length > 1 ? Integer.parseInt(ends[1]) : low;
        return low <= high && high <= 65_535;
    }
}
