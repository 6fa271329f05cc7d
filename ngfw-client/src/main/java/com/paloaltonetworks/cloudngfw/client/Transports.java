package com.paloaltonetworks.cloudngfw.client;

import java.util.function.Consumer;

/** The stages on the way of a request. */
final class Transports {

    private Transports() {}

    /** Outermost first: the order in which a request passes. */
    static Transport standard(Platform platform, Tokens tokens, AdminKind kind, Consumer<String> log) {
        return logging(log, retrying(platform, checked(authorized(tokens, kind, discreet(platform.network())))));
    }

    /** Tells of every write: method, path and outcome. */
    static Transport logging(Consumer<String> log, Transport next) {
        return request -> {
            if (request.method().equals("GET")) {
                return next.send(request);
            }
            try {
                ApiResponse answer = next.send(request);
                log.accept(request.name() + ": done");
                return answer;
            } catch (NgfwException failure) {
                log.accept(request.name() + ": " + failure.getKind());
                throw failure;
            }
        };
    }

    /** Sends again what may be sent again. */
    static Transport retrying(Platform platform, Transport next) {
        return new Retrying(platform, next);
    }

    /** Turns an answer that reports a failure into the failure. */
    static Transport checked(Transport next) {
        return request -> {
            ApiResponse answer = next.send(request);
            NgfwException failure = ResponseReader.failure(request, answer);
            if (failure != null) {
                throw failure;
            }
            return answer;
        };
    }

    /** Adds the token of an admin kind; when the gateway refuses it, another one, once. */
    static Transport authorized(Tokens tokens, AdminKind kind, Transport next) {
        return request -> {
            Token token = tokens.current(kind);
            long before = tokens.lastPurchase();
            ApiResponse answer = next.send(token.on(request));
            return ResponseReader.refusesToken(answer)
                    ? next.send(tokens.instead(kind, token, before).on(request))
                    : answer;
        };
    }

    /** Signs with AWS Signature Version 4, as the token calls want it. */
    static Transport signed(Keys keys, String region, Platform platform) {
        Transport next = discreet(platform.network());
        return request -> next.send(SigV4.signed(request, keys, region, platform.now()));
    }

    /** Hands no answer back that repeats what is secret in its request. */
    static Transport discreet(Transport next) {
        return request -> Discretion.withoutEchoes(request, next.send(request));
    }
}
