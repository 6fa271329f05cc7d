package com.paloaltonetworks.cloudngfw.client;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one container, for all its invocations and threads. Keys are hashes that contain the caller's credentials,
 * so no caller ever sees another's token.
 *
 * <p>Nothing is locked while a token is bought: two threads may buy one each, which costs a call, where a lock held over
 * the network would stop every other caller, and a scheduler that runs one thread at a time.
 */
public final class TokenCache {

    private static final int MOST = 100;

    private final AtomicLong purchases = new AtomicLong();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** The number of a purchase that begins now: unlike clocks, numbers only go up. */
    long beginPurchase() {
        return purchases.incrementAndGet();
    }

    /** The number of the purchase that began last. */
    long lastPurchase() {
        return purchases.get();
    }

    @Nullable
    Token find(String key) {
        return tokens.get(key);
    }

    /** Keeps a token; those that have ended, and the next to end when there are many, make room for it. */
    void keep(String key, Token token, Instant now) {
        tokens.values().removeIf(kept -> !kept.expires().isAfter(now));
        if (tokens.size() >= MOST) {
            tokens.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparing(Token::expires)))
                    .ifPresent(soonest -> tokens.remove(soonest.getKey(), soonest.getValue()));
        }
        tokens.put(key, token);
    }

    /** Forgets that very token; a newer one in its place stays. */
    void forget(String key, Token token) {
        tokens.remove(key, token);
    }
}
