package com.paloaltonetworks.cloudngfw.local.template;

import java.math.BigDecimal;

/**
 * Numbers that a computer can work with. {@code 1e999999999} is a number of ten characters until somebody writes it out, and
 * a number of a million digits takes minutes to read.
 */
final class Decimal {

    /** The JSON reader's own bound. */
    static final int MOST_DIGITS = 1000;

    private Decimal() {}

    /** @throws NumberFormatException for what is no number, or one of more digits than {@link #MOST_DIGITS} */
    static BigDecimal of(String text) {
        if (text.length() <= MOST_DIGITS) {
            BigDecimal number = new BigDecimal(text);
            if (isHandy(number)) {
                return number;
            }
        }
        throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
    }

    static boolean isHandy(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
