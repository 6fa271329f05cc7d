package com.paloaltonetworks.cloudngfw.policy;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import com.paloaltonetworks.cloudngfw.policy.Ranges.Range;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All addresses on one line: those of IPv4, then those of IPv6. */
final class Addresses {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern NETWORK =
            Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");
    private static final BigInteger IPV4_SIZE = ONE.shiftLeft(32);
    private static final BigInteger LAST = IPV4_SIZE.add(ONE.shiftLeft(128)).subtract(ONE);

    private Addresses() {}

    static Ranges of(Collection<Range> networks) {
        return Ranges.of(LAST, networks);
    }

    /** An address or a CIDR block, host bits allowed; empty for any other text. */
    static Optional<Range> network(String text) {
        Matcher parts = NETWORK.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String prefix = parts.group(2);
        return bytes(parts.group(1))
                .filter(address -> prefix == null || Integer.parseInt(prefix) <= bits(address))
                .map(address -> block(address, prefix == null ? bits(address) : Integer.parseInt(prefix)));
    }

    private static Range block(byte[] address, int prefix) {
        int hostBits = bits(address) - prefix;
        BigInteger start = bits(address) == 32 ? ZERO : IPV4_SIZE;
        BigInteger network = new BigInteger(1, address).shiftRight(hostBits).shiftLeft(hostBits);
        BigInteger first = start.add(network);
        return new Range(first, first.add(ONE.shiftLeft(hostBits)).subtract(ONE));
    }

    private static int bits(byte[] address) {
        return address.length * Byte.SIZE;
    }

    /** The pattern lets only literals through, so no name is ever looked up. */
    private static Optional<byte[]> bytes(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
