package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Fn::Cidr: consecutive blocks of equal size, cut from the start of a block. */
final class Cidr {

    private static final Pattern BLOCK = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]+:[0-9a-fA-F:.]*)/[0-9]{1,3}");
    private static final int MOST_BLOCKS = 256;
    private static final int DEFAULT_HOST_BITS = 8;

    private Cidr() {}

    /** @param arguments block, count (1 to 256) and host bits (8 when left out), all resolved */
    static ArrayNode blocks(JsonNode arguments, String path) {
        String block = arguments.path(0).asText();
        int count = number(arguments.path(1), path);
        int hostBits = arguments.size() > 2 ? number(arguments.get(2), path) : DEFAULT_HOST_BITS;
        if (!BLOCK.matcher(block).matches()) {
            throw rejected(path, block + " is not a CIDR block");
        }
        int slash = block.indexOf('/');
        byte[] address = address(block.substring(0, slash), path);
        int bits = address.length * 8;
        int prefix = Integer.parseInt(block.substring(slash + 1));
        if (prefix > bits || hostBits < 1 || hostBits > bits - prefix) {
            throw rejected(path, "blocks with " + hostBits + " host bits do not fit into " + block);
        }
        BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
        BigInteger room = BigInteger.ONE.shiftLeft(bits - prefix - hostBits);
        if (count < 1 || count > MOST_BLOCKS || BigInteger.valueOf(count).compareTo(room) > 0) {
            throw rejected(path, block + " does not hold " + count + " blocks with " + hostBits + " host bits");
        }
        BigInteger start = new BigInteger(1, address).shiftRight(bits - prefix).shiftLeft(bits - prefix);
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            BigInteger next = start.add(size.multiply(BigInteger.valueOf(i)));
            blocks.add(text(next, address.length, path) + "/" + (bits - hostBits));
        }
        return blocks;
    }

    private static int number(JsonNode value, String path) {
        try {
            return Integer.parseInt(value.asText());
        } catch (NumberFormatException e) {
            throw rejected(path, "count and host bits must be whole numbers");
        }
    }

    /** No name is ever looked up. */
    private static byte[] address(String literal, String path) {
        try {
            return InetAddresses.forString(literal).getAddress();
        } catch (IllegalArgumentException e) {
            throw rejected(path, literal + " is not an address");
        }
    }

    private static String text(BigInteger address, int length, String path) {
        byte[] digits = address.toByteArray();
        byte[] bytes = new byte[length];
        int used = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - used, bytes, length - used, used);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw rejected(path, "no such address");
        }
    }

    private static TemplateRejected rejected(String path, String message) {
        return new TemplateRejected(Problem.error(path, "Template error: Fn::Cidr: " + message));
    }
}
