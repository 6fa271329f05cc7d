package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AccessOff;
import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import com.paloaltonetworks.cloudngfw.simulator.token.ApiToken;
import java.util.Objects;

/** The signed calls that describe programmatic access, buy a token and give one back. */
final class Tokens {
    private static final int MOST_MINUTES = 1440;

    private final Backend backend;

    Tokens(Backend backend) {
        this.backend = backend;
    }

    Reply describe(Request request) {
        requireOnboarded(request);
        return Reply.of(Json.object()
                .put("Enabled", backend.world().programmaticAccess())
                .put("MaxExpiryTime", MOST_MINUTES));
    }

    Reply buy(AdminKind kind, Request request) {
        Session session = Objects.requireNonNull(request.caller().session());
        requireOnboarded(request);
        if (!backend.world().programmaticAccess()) {
            if (backend.api().accessOff() == AccessOff.REFUSE) {
                throw ApiError.denied("programmatic access is not enabled for this tenant");
            }
            return Reply.of(Json.object().put("Enabled", false));
        }
        if (!kind.allowedBy(session.role().tags())) {
            throw ApiError.denied("role " + session.role().arn() + " is not tagged " + kind.getTag() + "=Yes");
        }
        int asked = request.parameters().whole("ExpiryTime", 30, Integer.MIN_VALUE, Integer.MAX_VALUE);
        int minutes = Math.max(5, Math.min(asked, MOST_MINUTES));
        ApiToken token = backend.tokens()
                .issue(kind, session.role().account(), backend.world().tenantGeneration(), backend.now(), minutes);
        return Reply.of(Json.object()
                .put("TokenId", token.jwt())
                .put("SubscriptionKey", backend.tokens().getSubscriptionKey())
                .put("ExpiryTime", minutes)
                .put("Enabled", true));
    }

    Reply revoke(Request request) {
        String jwt = request.at("token");
        if (!backend.tokens().revoke(jwt)) {
            throw ApiError.notFound("token", "given");
        }
        return Reply.of(Json.object().put("TokenId", jwt));
    }

    Reply subscriptions(Request request) {
        var answer = Json.object();
        answer.putArray("Subscriptions")
                .addObject()
                .put("SubscriptionKey", backend.tokens().getSubscriptionKey());
        return Reply.of(answer);
    }

    private void requireOnboarded(Request request) {
        String account = request.caller().account();
        if (!backend.world().onboardedAccounts().contains(account)) {
            throw ApiError.denied("account " + account + " is not onboarded to this tenant");
        }
    }
}
