package com.paloaltonetworks.cloudngfw.simulator.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AWS Signature Version 4 from the server's side: what the signature over a received request must be. */
public final class SigV4 {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private SigV4() {}

    /**
     * The signature in hex.
     *
     * @param timestamp {@code 20300101T000000Z}
     * @param scope {@code 20300101/us-east-1/execute-api/aws4_request}
     */
    public static String signature(
            Call call, List<String> signedHeaders, String timestamp, String scope, String secret) {
        String toSign = String.join("\n", ALGORITHM, timestamp, scope, sha256(canonical(call, signedHeaders)));
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String canonical(Call call, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + headerValue(call, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                call.method(),
                canonicalPath(call.path()),
                canonicalQuery(call.query()),
                headers,
                String.join(";", signedHeaders),
                sha256(call.body()));
    }

    private static String headerValue(Call call, String name) {
        return call.headers(name).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    /** The path as sent, dots resolved, each segment encoded once more. */
    static String canonicalPath(String rawPath) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : rawPath.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(encode(segment.getBytes(UTF_8)));
            }
        }
        String path = "/" + String.join("/", kept);
        return rawPath.endsWith("/") && path.length() > 1 ? path + "/" : path;
    }

    static String canonicalQuery(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        return Arrays.stream(rawQuery.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new String[] {encode(decode(pair[0])), pair.length > 1 ? encode(decode(pair[1])) : ""})
                .sorted(Comparator.comparing((String[] pair) -> pair[0]).thenComparing(pair -> pair[1]))
                .map(pair -> pair[0] + "=" + pair[1])
                .collect(Collectors.joining("&"));
    }

    private static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : bytes) {
            if (UNRESERVED.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    /** Percent signs only: a plus sign is a plus sign. */
    private static byte[] decode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped = bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            decoded.write(
                    escaped ? Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16) : bytes[i]);
            i += escaped ? 2 : 0;
        }
        return decoded.toByteArray();
    }

    private static boolean isHex(byte each) {
        return Character.digit(each, 16) >= 0;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Hex SHA-256 of a text. */
    public static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
