package com.paloaltonetworks.cloudngfw.local.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.Services;
import com.paloaltonetworks.cloudngfw.local.cloud.Services.Place;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fits a payload to the local cloud, in two things only. Credentials that the local STS has not issued become those of the
 * local execution role: a handler signs with them. A type configuration that is absent becomes the local one; in one that is
 * there only endpoints are added, without which the handler would leave this machine.
 */
final class Payloads {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<String> ENDPOINTS = List.of("ApiEndpoint", "StsEndpoint");
    /** Well within the life of the sessions that an environment hands out. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final Services services;
    private final boolean renewing;
    private final Map<Place, Known> environments = new ConcurrentHashMap<>();

    private record Known(Environment environment, Instant since) {}

    /** @param renewing whether sessions that are over are renewed, because nobody's clock but ours says that they are */
    Payloads(Services services, boolean renewing) {
        this.services = services;
        this.renewing = renewing;
    }

    /** @throws LambdaError for what is not a JSON object */
    static ObjectNode read(byte[] payload) throws LambdaError {
        try {
            JsonNode event = payload.length == 0 ? JSON.createObjectNode() : JSON.readTree(payload);
            if (event instanceof ObjectNode object) {
                return object;
            }
            throw LambdaError.unreadable("Could not parse request body into json: a handler takes a JSON object");
        } catch (JsonProcessingException e) {
            throw LambdaError.unreadable("Could not parse request body into json: " + e.getOriginalMessage());
        } catch (NumberFormatException e) { // Jackson lets those of an exponent beyond all bounds through
            throw LambdaError.unreadable("Could not parse request body into json: a number is too large");
        } catch (IOException e) {
            throw LambdaError.unreadable("Could not parse request body into json: " + e.getMessage());
        }
    }

    /** The payload for the handler: the very bytes when nothing had to be changed. */
    byte[] fitted(String type, ObjectNode event, byte[] payload) throws IOException {
        if (!(event.path("requestData") instanceof ObjectNode)) {
            return payload; // the handler says best what is wrong with it
        }
        ObjectNode fitted = event.deepCopy();
        ObjectNode data = (ObjectNode) fitted.path("requestData");
        Environment here = environment(event);
        data.set("callerCredentials", credentials(data.path("callerCredentials"), type, here));
        data.set("typeConfiguration", configuration(data.path("typeConfiguration"), type, here));
        return fitted.equals(event) ? payload : JSON.writeValueAsBytes(fitted);
    }

    private Environment environment(ObjectNode event) {
        World world = services.simulator().world();
        Place place = new Place(
                event.path("awsAccountId").asText(world.account()),
                event.path("region").asText(world.region()));
        Instant now = services.scheduler().now();
        return environments
                .compute(
                        place,
                        (key, known) -> known != null
                                        && Duration.between(known.since(), now).compareTo(FRESH) < 0
                                ? known
                                : new Known(services.environments().apply(key), now))
                .environment();
    }

    private JsonNode credentials(JsonNode given, String type, Environment here) {
        Simulator simulator = services.simulator();
        Optional<Session> session = simulator.session(new AwsKeys(
                given.path("accessKeyId").asText(),
                given.path("secretAccessKey").asText(),
                given.path("sessionToken").asText()));
        if (session.isEmpty()) {
            return here.credentials(type);
        }
        boolean over = !services.scheduler().now().isBefore(session.get().expires());
        return over && renewing
                ? json(simulator.credentialsOf(session.get().role().arn()))
                : given;
    }

    private static JsonNode json(AwsKeys keys) {
        return JSON.createObjectNode()
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    private static JsonNode configuration(JsonNode given, String type, Environment here) {
        if (given.isMissingNode() || given.isNull()) {
            return here.typeConfiguration(type);
        }
        if (given instanceof ObjectNode configuration) {
            ENDPOINTS.stream()
                    .filter(endpoint -> configuration.path(endpoint).asText("").isEmpty())
                    .forEach(endpoint -> configuration.set(
                            endpoint, here.typeConfiguration(type).path(endpoint)));
        }
        return given;
    }

    /** Where a handler's answer says that it is to be called again. */
    static ObjectNode event(byte[] answer) throws IOException {
        return JSON.readTree(answer) instanceof ObjectNode event ? event : JSON.createObjectNode();
    }

    static byte[] bytes(JsonNode document) throws IOException {
        return JSON.writeValueAsBytes(document);
    }
}
