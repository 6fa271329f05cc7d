package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.CloudOptions;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEvent;
import com.paloaltonetworks.cloudngfw.local.stack.StackListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A local cloud on free ports over a state of its own, and somebody who calls it. */
final class ServedCloud implements AutoCloseable {

    static final String RULESTACK = "PaloAltoNetworks::CloudNGFW::RuleStack";
    static final String FIREWALL = "PaloAltoNetworks::CloudNGFW::NGFW";
    static final ObjectMapper JSON = new ObjectMapper();
    // Not the temporary folder: handlers of the library empty it.
    private static final Path PLACE = Path.of("target", "served");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path state;
    private final LocalCloud cloud;
    private final LocalEndpoints endpoints;

    private ServedCloud(@Nullable String world) {
        try {
            state = Files.createTempDirectory(Files.createDirectories(PLACE), "s");
            Path file = world == null ? null : Files.writeString(state.resolve("given.json"), world);
            cloud = LocalCloud.open(new CloudOptions(state, 1L, false, file, Map.of()), new Deaf(), () -> {});
            endpoints = LocalEndpoints.open(cloud.services(), false, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deaf implements StackListener {
        @Override
        public void happened(Stack stack, StackEvent event) {}

        @Override
        public void progressed(String logicalId, String message) {}
    }

    static ServedCloud started() {
        return new ServedCloud(null);
    }

    static ServedCloud in(String world) {
        return new ServedCloud(world);
    }

    LocalEndpoints endpoints() {
        return endpoints;
    }

    LocalCloud cloud() {
        return cloud;
    }

    URI url(String path) {
        return URI.create(endpoints.describe().path("Lambda").asText() + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(path)).POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> invoke(String payload, String... headers) {
        return post("/2015-03-31/functions/TypeFunction/invocations", payload, headers);
    }

    JsonNode invoke(ObjectNode payload) {
        return json(invoke(payload.toString()).body());
    }

    /** Follows an operation to its end, as CloudFormation does, but without waiting; the last event. */
    JsonNode toItsEnd(ObjectNode payload) {
        JsonNode event = invoke(payload);
        while (event.path("status").asText().equals("IN_PROGRESS")) {
            event = invoke(again(payload, event));
        }
        return event;
    }

    /** The next invocation after an IN_PROGRESS event. */
    static ObjectNode again(ObjectNode payload, JsonNode event) {
        ObjectNode next = payload.deepCopy();
        next.set("callbackContext", event.path("callbackContext"));
        ((ObjectNode) next.path("requestData")).set("resourceProperties", event.path("resourceModel"));
        return next;
    }

    /** What the official tools send: credentials of nobody, and no type configuration. */
    static ObjectNode payload(String action, String type, String token, ObjectNode model) {
        ObjectNode payload = JSON.createObjectNode()
                .put("action", action)
                .put("region", "us-east-1")
                .put("awsAccountId", "123456789012")
                .put("bearerToken", token)
                .put("resourceType", type)
                .putNull("callbackContext");
        ObjectNode data = payload.putObject("requestData").put("logicalResourceId", token);
        data.putObject("callerCredentials")
                .put("accessKeyId", "AKIAIOSFODNN7EXAMPLE")
                .put("secretAccessKey", "secret")
                .put("sessionToken", "token");
        data.set("resourceProperties", model);
        data.putNull("previousResourceProperties").putNull("typeConfiguration");
        return payload;
    }

    static ObjectNode rulestack(String name) {
        return (ObjectNode)
                json("{\"RuleStackName\":\"" + name + "\",\"RuleStack\":{\"Scope\":\"Local\",\"Description\":\"d\"}}");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        endpoints.close();
        cloud.close();
    }
}
