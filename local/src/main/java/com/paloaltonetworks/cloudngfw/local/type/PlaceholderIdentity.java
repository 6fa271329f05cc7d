package com.paloaltonetworks.cloudngfw.local.type;

import com.google.common.base.Splitter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/**
 * Makes the ids of one placeholder. They depend on stack, logical id and generation only, so that two runs can be compared.
 *
 * @param stackId {@code arn:<partition>:cloudformation:<region>:<account>:stack/<name>/<uuid>}
 */
record PlaceholderIdentity(String stackId, String logicalId, int generation) {

    String partition() {
        return part(1);
    }

    String region() {
        return part(3);
    }

    String account() {
        return part(4);
    }

    String stackName() {
        return Splitter.on('/').splitToList(stackId).get(1);
    }

    private String part(int index) {
        List<String> parts = Splitter.on(':').splitToList(stackId);
        return parts.get(index);
    }

    /** {@code <prefix>-} and 17 hexadecimal digits, as EC2 writes its ids. */
    String ec2Id(String prefix) {
        return prefix + "-" + digits(prefix, 16).substring(0, 17);
    }

    /** {@code <stack>-<logical id>-<12 capital letters and digits>}, as CloudFormation names what the template does not. */
    String generatedName() {
        return stackName() + "-" + logicalId + "-" + code("name", 12);
    }

    /** Capital letters and digits. */
    String code(String purpose, int length) {
        return digits(purpose, 36).substring(0, length).toUpperCase(Locale.ROOT);
    }

    String arn(String service, String rest) {
        return "arn:" + partition() + ":" + service + ":" + region() + ":" + account() + ":" + rest;
    }

    String globalArn(String service, String rest) {
        return "arn:" + partition() + ":" + service + "::" + account() + ":" + rest;
    }

    /** At least 40 digits. */
    private String digits(String purpose, int radix) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(String.join("|", stackId, logicalId, String.valueOf(generation), purpose)
                    .getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).setBit(256).toString(radix).substring(1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
