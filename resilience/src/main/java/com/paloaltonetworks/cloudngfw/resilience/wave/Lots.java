package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Random numbers for seeds that follow each other. {@link Random} itself begins almost alike for neighbouring seeds: its first
 * fraction for 1 to 2,000 never leaves 0.58 to 0.77. Seeds are therefore mixed first.
 */
final class Lots {

    private Lots() {}

    /** A number that has nothing to do with those of other seeds. */
    static long mixed(long seed) {
        return new SplittableRandom(seed).nextLong();
    }

    static Random of(long seed) {
        return new Random(mixed(seed));
    }

    /** Independent of those of the same seed that serve another purpose. */
    static Random of(long seed, int purpose) {
        return new Random(mixed(mixed(seed) + purpose));
    }
}
