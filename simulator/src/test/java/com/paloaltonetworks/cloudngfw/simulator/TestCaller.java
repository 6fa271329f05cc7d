package com.paloaltonetworks.cloudngfw.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Calls the simulator over its socket, signing with the AWS SDK's own signer. */
final class TestCaller {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulator simulator;
    private final InstantSource clock;
    private final Map<AdminKind, JsonNode> tokens = new EnumMap<>(AdminKind.class);
    private AdminKind kind = AdminKind.RULESTACK;
    private String region = "us-east-1";

    TestCaller(Simulator simulator, InstantSource clock) {
        this.simulator = simulator;
        this.clock = clock;
    }

    /** A wire answer: its status and its JSON. */
    record Got(int status, JsonNode json) {
        JsonNode response() {
            return json.path("Response");
        }

        String reason() {
            return json.path("ResponseStatus").path("Reason").asText();
        }

        int code() {
            return json.path("ResponseStatus").path("ErrorCode").asInt(-1);
        }

        String message() {
            return json.path("message").asText();
        }
    }

    TestCaller as(AdminKind other) {
        kind = other;
        return this;
    }

    TestCaller in(String other) {
        region = other;
        tokens.clear();
        return this;
    }

    Got get(String path) {
        return call("GET", path, null);
    }

    Got post(String path, String body) {
        return call("POST", path, body);
    }

    Got put(String path, String body) {
        return call("PUT", path, body);
    }

    Got delete(String path) {
        return call("DELETE", path, null);
    }

    Got call(String method, String path, @Nullable String body) {
        JsonNode token = tokens.computeIfAbsent(kind, wanted -> token(wanted).response());
        return send(
                method,
                URI.create(simulator.api(region) + path),
                Map.of(
                        "Authorization",
                        token.path("TokenId").asText(),
                        "x-api-key",
                        token.path("SubscriptionKey").asText()),
                body);
    }

    /** Buys a token with the world's first role, or with the execution role if there is no other. */
    Got token(AdminKind wanted) {
        World world = simulator.world();
        Role role =
                world.roles().isEmpty() ? world.executionRole() : world.roles().get(0);
        return token(wanted, simulator.credentialsOf(role.arn()), "{\"ExpiryTime\":60}");
    }

    Got token(AdminKind wanted, AwsKeys keys, String body) {
        return signed("GET", URI.create(simulator.api(region) + "/v1/mgmt/tokens/" + wanted.getPath()), keys, body);
    }

    Got signed(String method, URI uri, AwsKeys keys, String body) {
        return send(method, uri, signature(method, uri, keys, body, "execute-api"), body);
    }

    Map<String, String> signature(String method, URI uri, AwsKeys keys, String body, String service) {
        var identity =
                AwsSessionCredentialsIdentity.create(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
        var signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(identity)
                        .request(SdkHttpRequest.builder()
                                .uri(uri)
                                .method(SdkHttpMethod.fromValue(method))
                                .build())
                        .payload(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC)));
        Map<String, String> headers = new HashMap<>();
        signed.request().forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Host");
        return headers;
    }

    HttpResponse<String> sts(AwsKeys keys, String form) {
        return raw("POST", simulator.sts(), signature("POST", simulator.sts(), keys, form, "sts"), form);
    }

    static Got send(String method, URI uri, Map<String, String> headers, @Nullable String body) {
        HttpResponse<String> response = raw(method, uri, headers, body);
        try {
            return new Got(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpResponse<String> raw(String method, URI uri, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names out of a list answer. */
    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
