package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A scalar without quotes, as CloudFormation's YAML 1.1 reads it.
 *
 * <p>Observed in AWS: a bare {@code YES} arrives as {@code true}, {@code 012} as 10 (octal), {@code 012345678901} as
 * {@code 1.2345678901E10}, while dates such as {@code 2010-09-09} and the letters {@code y} and {@code n} stay text. Guess:
 * what else YAML 1.1 reads as a number ({@code 0x1F}, {@code 1_000}, {@code 10:30}) stays text here, numbers keep the
 * digits they are written with, and those of more than a thousand digits are text; {@link #reading} tells what may become of them.
 */
public record BareScalar(String text) {

    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false|yes|no|on|off");
    /** With three digits of exponent at most: what is beyond is no number to anybody. */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F_]+");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]*(_[0-9]+)+");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[1-9][0-9]*(:[0-5]?[0-9])+");

    /** What the engine takes for it. */
    public JsonNode value() {
        if (text.length() > Decimal.MOST_DIGITS) {
            return TextNode.valueOf(text);
        }
        if (BOOLEAN.matcher(text).matches() && isOneCase()) {
            return BooleanNode.valueOf(
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "true", "yes", "on" -> true;
                        default -> false;
                    });
        }
        if (JSON_NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(new BigInteger(text, 8)));
        }
        return TextNode.valueOf(
                LEADING_ZERO.matcher(text).matches() ? Double.toString(Double.parseDouble(text)) : text);
    }

    /** YAML knows NO, No and no, but not nO. */
    private boolean isOneCase() {
        String rest = text.substring(1);
        return rest.equals(rest.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** The text that arrives, or may arrive, where a text is wanted; empty when it is the one that was written, apart from case. */
    public Optional<String> reading() {
        return Optional.of(read()).filter(read -> !read.equalsIgnoreCase(text));
    }

    private String read() {
        if (text.length() > Decimal.MOST_DIGITS) {
            return text;
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return new BigInteger(text.substring(2).replace("_", ""), 16).toString();
        }
        if (GROUPED.matcher(text).matches()) {
            return text.replace("_", "");
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            return Splitter.on(':')
                    .splitToStream(text)
                    .map(BigInteger::new)
                    .reduce(
                            BigInteger.ZERO,
                            (sum, part) -> sum.multiply(BigInteger.valueOf(60)).add(part))
                    .toString();
        }
        boolean fraction = JSON_NUMBER.matcher(text).matches() && !text.matches("-?[0-9]+");
        return fraction ? Double.toString(Double.parseDouble(text)) : value().asText();
    }
}
