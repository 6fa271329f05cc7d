package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;

/**
 * A set of names in at most 172 characters, whatever their number (a Bloom filter). It forgets none; some that were never
 * put in it takes for its own: of names that go beside fifty one in a hundred, beside a thousand most.
 */
public final class NameFilter {

    private static final int BITS = 1024;

    private NameFilter() {}

    public static String of(Collection<String> names) {
        BitSet bits = new BitSet(BITS);
        for (String name : names) {
            bits.set(first(name));
            bits.set(second(name));
        }
        return Base64.getEncoder().encodeToString(bits.toByteArray());
    }

    public static boolean mayContain(String filter, String name) {
        BitSet bits = BitSet.valueOf(Base64.getDecoder().decode(filter));
        return bits.get(first(name)) && bits.get(second(name));
    }

    private static int first(String name) {
        return Math.floorMod(name.hashCode() * 0x9E3779B9, BITS);
    }

    private static int second(String name) {
        return Math.floorMod((name.hashCode() * 0x85EBCA6B) >>> 16, BITS);
    }
}
