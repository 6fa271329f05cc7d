package com.paloaltonetworks.cloudngfw.simulator.signature;

import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The temporary keys STS has issued; they live and die with the process. */
public final class KeyRing {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public Session issue(Role role, String sessionName, Instant expires) {
        String id = "ASIA"
                + secret(20)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z2-7]", "Q")
                        .substring(0, 16);
        Session session = new Session(new AwsKeys(id, secret(30), secret(96)), role, sessionName, expires);
        sessions.put(id, session);
        return session;
    }

    public Optional<Session> find(String accessKeyId) {
        return Optional.ofNullable(sessions.get(accessKeyId));
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
