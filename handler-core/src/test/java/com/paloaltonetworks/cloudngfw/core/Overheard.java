package com.paloaltonetworks.cloudngfw.core;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sent what in a container that serves several callers: each request with the credentials it was sent on behalf of. */
final class Overheard {

    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());

    /** @param caller the invocation's credentials, as CloudFormation gave them */
    record Exchange(JsonNode caller, ApiRequest request, ApiResponse answer) {

        boolean isPurchase() {
            return request.uri().getPath().contains("/v1/mgmt/tokens/");
        }

        /** The token that a call carries; empty for calls that are signed. */
        String token() {
            return request.headers().containsKey("x-api-key")
                    ? request.headers().get("Authorization")
                    : "";
        }

        /** The token that was sold; empty when none was. */
        String sold() {
            return isPurchase() && answer.status() == 200
                    ? Driver.json(answer.body()).at("/Response/TokenId").asText()
                    : "";
        }
    }

    /** The handlers of a container, each invocation listened to. */
    Function<Platform, RequestStreamHandler> on(Function<Platform, ? extends RequestStreamHandler> handlers) {
        return platform -> (in, out, context) -> {
            byte[] payload = in.readAllBytes();
            JsonNode caller =
                    Driver.json(new String(payload, StandardCharsets.UTF_8)).at("/requestData/callerCredentials");
            handlers.apply(RewiredPlatform.hearing(platform, (request, answer) -> {
                        exchanges.add(new Exchange(caller, request, answer));
                        return answer;
                    }))
                    .handleRequest(new ByteArrayInputStream(payload), out, context);
        };
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    List<Exchange> of(JsonNode caller) {
        return exchanges().stream().filter(each -> each.caller().equals(caller)).toList();
    }

    /** The tokens that a caller's requests carried. */
    Set<String> tokensUsedBy(JsonNode caller) {
        return tokens(of(caller).stream().map(Exchange::token));
    }

    Set<String> tokensSoldTo(JsonNode caller) {
        return tokens(of(caller).stream().map(Exchange::sold));
    }

    private static Set<String> tokens(Stream<String> tokens) {
        return tokens.filter(token -> !token.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Requests that carried a token which their caller had not bought. */
    List<Exchange> stolen() {
        return exchanges().stream()
                .filter(each -> !each.token().isEmpty())
                .filter(each -> !tokensSoldTo(each.caller()).contains(each.token()))
                .toList();
    }
}
