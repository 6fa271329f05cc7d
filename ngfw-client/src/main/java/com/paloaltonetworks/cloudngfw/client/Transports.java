package com.paloaltonetworks.cloudngfw.client;

import java.util.function.Consumer;

/** The stages on the way of a request. */
final class Transports {

    private Transports() {}

    /** Outermost first: the order in which a request passes. */
    static Transport standard(Platform platform, Tokens tokens, AdminKind kind, Consumer<String> log) {
        return authorized(tokens, kind, platform.network());
    }

    /** Turns an answer that reports a failure into the failure. */
    static Transport checked(Transport next) {
        return request -> {
            ApiResponse response = next.send(request);
            NgfwException failure = ResponseReader.failure(request, response);
            if (failure != null) {
                throw failure;
            }
            return response;
        };
    }

    static Transport authorized(Tokens tokens, AdminKind kind, Transport next) {
        return next;
    }

    static Transport signed(Keys keys, String region, Platform platform) {
        return platform.network();
    }
}
