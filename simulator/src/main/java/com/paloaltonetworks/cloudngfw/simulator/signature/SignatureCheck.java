package com.paloaltonetworks.cloudngfw.simulator.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureRefused.Cause;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks the AWS Signature Version 4 of a received request as the servers of AWS do.
 *
 * @param skew how far the client's clock may be off
 * @param wallClock a second clock that signers may go by: the AWS SDKs and command line sign with the machine's time, whatever
 *     time is simulated; null where every client can be told the simulated time
 */
public record SignatureCheck(
        KeyRing keys,
        String service,
        Duration skew,
        @Nullable InstantSource wallClock) {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";

    /** The parts of the Authorization header, and the time the request was signed. */
    private record Claim(String key, String scope, List<String> signedHeaders, String signature, String timestamp) {
        String scopePart(int index) {
            String[] parts = scope.split("/", -1);
            return index < parts.length ? parts[index] : "";
        }
    }

    /**
     * Whose request it is.
     *
     * @param region whether the region of the scope is one this endpoint serves
     * @throws SignatureRefused if it is nobody's
     */
    public Session check(Call call, Predicate<String> region, Instant now) throws SignatureRefused {
        Claim claim = claim(call);
        checkScope(claim, region);
        checkHeaders(call, claim);
        checkTime(claim, now);
        Session session = session(call, claim, now);
        String expected = SigV4.signature(
                call,
                claim.signedHeaders(),
                claim.timestamp(),
                claim.scope(),
                session.keys().secretAccessKey());
        if (!MessageDigest.isEqual(
                expected.getBytes(US_ASCII), claim.signature().getBytes(US_ASCII))) {
            throw new SignatureRefused(Cause.MISMATCH, MISMATCH);
        }
        return session;
    }

    /** Whose session the key of a call names, without a look at the signature; empty for keys that were not issued here. */
    public Optional<Session> claimed(Call call) {
        try {
            return keys.find(claim(call).key());
        } catch (SignatureRefused unsigned) {
            return Optional.empty();
        }
    }

    private static Claim claim(Call call) throws SignatureRefused {
        String header = call.header("Authorization");
        if (header == null || header.isBlank()) {
            throw new SignatureRefused(Cause.NOT_SIGNED, "Missing Authentication Token");
        }
        if (!header.startsWith(SigV4.ALGORITHM + " ")) {
            throw incomplete("Authorization header requires '" + SigV4.ALGORITHM + "'");
        }
        Map<String, String> parts = parts(header);
        String date = call.header("X-Amz-Date");
        for (String needed : List.of("Credential", "SignedHeaders", "Signature")) {
            if (!parts.containsKey(needed)) {
                throw incomplete("Authorization header requires '" + needed + "' parameter.");
            }
        }
        if (date == null) {
            throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        String[] credential = parts.get("Credential").split("/", 2);
        List<String> signed = List.of(parts.get("SignedHeaders").split(";", -1));
        return new Claim(
                credential[0], credential.length > 1 ? credential[1] : "", signed, parts.get("Signature"), date);
    }

    /** {@code Credential}, {@code SignedHeaders} and {@code Signature}, whatever their order and spacing. */
    private static Map<String, String> parts(String header) throws SignatureRefused {
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(SigV4.ALGORITHM.length()).split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw incomplete("'" + part.strip() + "' not a valid key=value pair (missing equal-sign) in"
                        + " Authorization header: '" + header + "'.");
            }
            parts.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return parts;
    }

    private void checkScope(Claim claim, Predicate<String> region) throws SignatureRefused {
        boolean whole = claim.scope().chars().filter(c -> c == '/').count() == 3
                && claim.scopePart(3).equals("aws4_request")
                && claim.timestamp().startsWith(claim.scopePart(0));
        if (!whole) {
            throw incomplete("Credential must have the form <key>/<date>/<region>/<service>/aws4_request with the day"
                    + " of X-Amz-Date.");
        }
        if (!region.test(claim.scopePart(1)) || !claim.scopePart(2).equals(service)) {
            throw new SignatureRefused(
                    Cause.MISMATCH,
                    "Credential should be scoped to a valid region and correct service: '" + service + "'.");
        }
    }

    private static void checkHeaders(Call call, Claim claim) throws SignatureRefused {
        List<String> signed = claim.signedHeaders();
        if (!signed.equals(signed.stream().map(SigV4::lower).sorted().toList()) || !signed.contains("host")) {
            throw incomplete("SignedHeaders must be sorted, in lower case, and include 'host'.");
        }
        for (String name : call.headers().keySet()) {
            if (SigV4.lower(name).startsWith("x-amz-") && !signed.contains(SigV4.lower(name))) {
                throw new SignatureRefused(
                        Cause.MISMATCH,
                        "There were headers present in the request which were not signed: " + SigV4.lower(name));
            }
        }
        String hash = call.header("x-amz-content-sha256");
        if (hash != null && !hash.equals(SigV4.sha256(call.body()))) {
            throw new SignatureRefused(Cause.MISMATCH, MISMATCH);
        }
    }

    private void checkTime(Claim claim, Instant now) throws SignatureRefused {
        Instant signed;
        try {
            signed = LocalDateTime.parse(claim.timestamp(), TIMESTAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw incomplete("Date must be in ISO-8601 'basic format'. Got '" + claim.timestamp() + "'.");
        }
        if (wallClock != null
                && Duration.between(signed, wallClock.instant()).abs().compareTo(skew) <= 0) {
            return;
        }
        String current = TIMESTAMP.format(now);
        long minutes = skew.toMinutes();
        if (signed.isBefore(now.minus(skew))) {
            throw new SignatureRefused(
                    Cause.MISMATCH,
                    "Signature expired: %s is now earlier than %s (%s - %s min.)"
                            .formatted(claim.timestamp(), TIMESTAMP.format(now.minus(skew)), current, minutes));
        }
        if (signed.isAfter(now.plus(skew))) {
            throw new SignatureRefused(
                    Cause.MISMATCH,
                    "Signature not yet current: %s is still later than %s (%s + %s min.)"
                            .formatted(claim.timestamp(), TIMESTAMP.format(now.plus(skew)), current, minutes));
        }
    }

    private Session session(Call call, Claim claim, Instant now) throws SignatureRefused {
        Session session = keys.find(claim.key()).orElse(null);
        String token = call.header("X-Amz-Security-Token");
        if (session == null || !session.keys().sessionToken().equals(token)) {
            throw new SignatureRefused(Cause.UNKNOWN_KEY, "The security token included in the request is invalid.");
        }
        if (!now.isBefore(session.expires())) {
            throw new SignatureRefused(Cause.KEY_EXPIRED, "The security token included in the request is expired");
        }
        return session;
    }

    private static SignatureRefused incomplete(String message) {
        return new SignatureRefused(Cause.INCOMPLETE, message);
    }
}
