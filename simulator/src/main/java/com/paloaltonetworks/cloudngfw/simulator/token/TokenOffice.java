package com.paloaltonetworks.cloudngfw.simulator.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.Getter;

/** Issues, knows and revokes tokens; nothing of it outlives the process. */
public final class TokenOffice {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret = random();
    private final Map<String, ApiToken> issued = new HashMap<>();

    /** The key that has to come along with every token, as {@code x-api-key}. */
    @Getter
    private final String subscriptionKey = BASE64.encodeToString(random());

    public synchronized ApiToken issue(
            AdminKind kind, String account, Generation generation, Instant now, int minutes) {
        issued.values().removeIf(token -> !now.isBefore(token.expires()));
        Instant expires = now.plusSeconds(60L * minutes);
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("sub", account)
                .put("role", kind.getPath())
                .put("tenant_version", generation.name())
                .put("iat", now.getEpochSecond())
                .put("exp", expires.getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        ApiToken token = new ApiToken(jwt(claims), kind, account, expires);
        issued.put(token.jwt(), token);
        return token;
    }

    /** A token that was issued here, is not revoked and not expired. */
    public synchronized Optional<ApiToken> valid(String jwt, Instant now) {
        return Optional.ofNullable(issued.get(jwt)).filter(token -> now.isBefore(token.expires()));
    }

    /** Whether there was such a token. */
    public synchronized boolean revoke(String jwt) {
        return issued.remove(jwt) != null;
    }

    public synchronized void expireAll() {
        issued.clear();
    }

    private String jwt(ObjectNode claims) {
        String signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims.toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }

    private static byte[] random() {
        byte[] bytes = new byte[30];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
