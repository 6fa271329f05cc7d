package com.paloaltonetworks.cloudngfw.core.content;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and ports as the service writes them. */
public final class Addresses {

    private static final Pattern NETWORK = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern PORTS =
            Pattern.compile("(?:TCP|UDP):(\\d{1,5})(?:-(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z][A-Za-z0-9-]+");
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /** An IPv4 or IPv6 address, with or without a prefix length. */
    public static boolean isNetwork(String text) {
        Matcher parts = NETWORK.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String address = parts.group(1);
        int longest = address.contains(":") ? 128 : 32;
        return (parts.group(2) == null || Integer.parseInt(parts.group(2)) <= longest)
                && (longest == 32 ? IPV4.matcher(address).matches() : isIpv6(address));
    }

    /** A host's name with a dot in it, such as {@code www.example.com}. */
    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** Such as {@code TCP:443} or {@code UDP:5000-5100}. */
    public static boolean isPorts(String text) {
        Matcher parts = PORTS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int first = Integer.parseInt(parts.group(1));
        int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
        return first >= 1 && first <= last && last <= LAST_PORT;
    }

    /** A text with a colon is read as an address, never looked up as a name. */
    private static boolean isIpv6(String address) {
        try {
            return InetAddress.getByName(address).getHostAddress().contains(":");
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
