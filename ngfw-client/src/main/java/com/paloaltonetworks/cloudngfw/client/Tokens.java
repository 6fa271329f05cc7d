package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;

/** Where one caller's tokens come from: the cache, else the service, which sells them for a signature of a tagged role. */
final class Tokens {

    static final String PATH = "/v1/mgmt/tokens";

    /** Asked for, and kept at most. */
    private static final int LIFETIME_MINUTES = 60;

    /** A token that is sold with no more than this is none: each request would buy its own. */
    private static final Duration LEAST_LEFT = Duration.ofSeconds(60);

    private final Platform platform;
    private final Access access;

    Tokens(Platform platform, Access access) {
        this.platform = platform;
        this.access = access;
    }

    /** A token with at least a minute left. */
    Token current(AdminKind kind) {
        Token kept = access.tokens().find(cacheKey(kind));
        return kept != null && kept.expires().isAfter(platform.now().plus(LEAST_LEFT)) ? kept : bought(kind);
    }

    /**
     * Another token than the one that the service refused. One that somebody has bought meanwhile will do; an older one
     * may have ended with the refused one.
     *
     * @param before the last purchase that had begun when the refused request went out
     */
    Token instead(AdminKind kind, Token refused, long before) {
        Token kept = access.tokens().find(cacheKey(kind));
        if (kept != null && (kept.equals(refused) || kept.purchase() <= before)) {
            access.tokens().forget(cacheKey(kind), kept);
        }
        return current(kind);
    }

    long lastPurchase() {
        return access.tokens().lastPurchase();
    }

    /** Ends the kept tokens where the service lets us; it documents the call no longer, so failures do not matter. */
    void revoke() {
        for (AdminKind kind : AdminKind.values()) {
            Token kept = access.tokens().find(cacheKey(kind));
            if (kept != null) {
                access.tokens().forget(cacheKey(kind), kept);
                revokeIfPossible(kind, kept);
            }
        }
    }

    /** Asked with the signature of the first role there is; any will do. */
    ProgrammaticAccess describe() {
        AdminKind kind = access.roleArns().keySet().stream()
                .min(Comparator.naturalOrder())
                .orElse(AdminKind.RULESTACK);
        return Json.convert(ask(kind, PATH, Params.none()), ProgrammaticAccess.class);
    }

    private Token bought(AdminKind kind) {
        Instant now = platform.now();
        long purchase = access.tokens().beginPurchase();
        String path = PATH + "/" + kind.tokenPath();
        Token token = read(ask(kind, path, Params.of("ExpiryTime", LIFETIME_MINUTES)), path, purchase, now);
        access.tokens().keep(cacheKey(kind), token, now);
        return token;
    }

    private JsonNode ask(AdminKind kind, String path, Params params) {
        Transport signed = signed(kind);
        try {
            return new Api(access.base(), signed, platform::now).get(path, params);
        } catch (NgfwException refusal) {
            throw TokenRefusals.explained(refusal, kind, access.roleArns().get(kind));
        }
    }

    private static Token read(JsonNode sold, String path, long purchase, Instant now) {
        if (!Json.member(sold, "Enabled").asBoolean(true)) {
            throw TokenRefusals.switchedOff();
        }
        String id = Json.member(sold, "TokenId").asText("");
        String subscriptionKey = Json.member(sold, "SubscriptionKey").asText("");
        if (id.isEmpty() || subscriptionKey.isEmpty()) {
            throw new NgfwException(Kind.SERVICE, "GET " + path + ": the answer has no TokenId or no SubscriptionKey");
        }
        double minutes =
                Math.min(LIFETIME_MINUTES, Json.member(sold, "ExpiryTime").asDouble(LIFETIME_MINUTES));
        if (!(minutes * 60 > LEAST_LEFT.toSeconds())) { // what is not a number is no more, either
            throw new NgfwException(Kind.SERVICE, "GET " + path + ": the token ends at once");
        }
        return new Token(id, subscriptionKey, purchase, now.plus(Duration.ofSeconds((long) (minutes * 60))));
    }

    private void revokeIfPossible(AdminKind kind, Token token) {
        URI uri = URI.create(access.base() + PATH + Api.segment(token.id()));
        Map<String, String> headers = Map.of("Content-Type", "application/json", "x-api-key", token.subscriptionKey());
        try {
            signed(kind).send(new ApiRequest("DELETE", uri, headers, "{}"));
        } catch (NgfwException ignored) {
            // It ends by itself within the hour.
        }
    }

    private Transport signed(AdminKind kind) {
        String role = access.roleArns().get(kind);
        Keys keys =
                role == null ? access.callerKeys() : access.roleSession().assume(role, "cloudngfw-" + kind.tokenPath());
        return Transports.signed(keys, access.region(), platform);
    }

    private String cacheKey(AdminKind kind) {
        Keys keys = access.callerKeys();
        String parts = String.join(
                "\n",
                keys.accessKeyId(),
                keys.secretAccessKey(),
                String.valueOf(keys.sessionToken()),
                access.base().toString(),
                access.region(),
                access.roleArns().getOrDefault(kind, ""),
                kind.name());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
