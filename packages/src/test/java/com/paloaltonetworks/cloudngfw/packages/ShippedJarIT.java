package com.paloaltonetworks.cloudngfw.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar of each type, alone on the class path of a fresh JVM. */
class ShippedJarIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<PackagedType> types() {
        return PackagedType.all(Path.of(".."));
    }

    @ParameterizedTest
    @MethodSource("types")
    void listsEveryProblemOfABadModel(PackagedType type) throws IOException {
        Request request = request()
                .desired(JSON.createObjectNode().put("Nonsense", 1).put("Rubbish", 2))
                .build();
        Result result = inOneProcess(type, executor -> executor.create(request, Listener.DEAF));
        assertThat(result.errorCode()).isEqualTo("InvalidRequest");
        assertThat(result.message()).contains("Nonsense").contains("Rubbish");
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysThatTheServiceCannotBeReached(PackagedType type) throws IOException {
        String nobody = "http://127.0.0.1:" + portOfNobody();
        ObjectNode configuration =
                JSON.createObjectNode().put("ApiEndpoint", nobody).put("StsEndpoint", nobody);
        ObjectNode identifier = identifierIn(type.schema());
        Request request = request()
                .desired(identifier)
                .typeConfiguration(configuration)
                .credentials(() -> keys(new AwsKeys("AKIDEXAMPLE", "secret", "token")))
                .build();
        Result result = inOneProcess(type, executor -> executor.read(request));
        assertThat(result.errorCode()).isEqualTo("NetworkFailure");
        assertThat(result.message()).contains("127.0.0.1").doesNotContain("null");
    }

    @Test
    void createsARulestackOverHttp() throws IOException {
        // The handlers live on the wall clock here, and sign with it.
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.now());
        try (Simulator service = Simulator.start(World.standard(), scheduler::now)) {
            ObjectNode configuration = service.world().typeConfiguration().deepCopy();
            configuration
                    .put("ApiEndpoint", service.api("us-east-1").toString())
                    .put("StsEndpoint", service.sts().toString());
            Request request = request()
                    .desired(JSON.readValue("""
                            {"RuleStackName": "shipped", "RuleList": [{"RuleName": "web", "RuleListType": "LocalRule",
                             "Priority": 100, "Applications": ["web-browsing"], "Action": "Allow"}]}
                            """, ObjectNode.class))
                    .typeConfiguration(configuration)
                    .credentials(() -> keys(service.credentialsOf(
                            service.world().executionRole().arn())))
                    .build();
            Result result =
                    inOneProcess(types().get(0), scheduler, executor -> executor.create(request, Listener.DEAF));
            assertThat(result.succeeded()).as(result.toString()).isTrue();
            assertThat(result.model().path("RuleStackState").asText()).isEqualTo("Running");
            assertThat(service.tenant().at("/Rulestacks/0/RuleStackName").asText())
                    .isEqualTo("shipped");
        }
    }

    private static Result inOneProcess(PackagedType type, Function<ResourceExecutor, Result> operation)
            throws IOException {
        return inOneProcess(type, new VirtualScheduler(1, Instant.EPOCH), operation);
    }

    private static Result inOneProcess(
            PackagedType type, VirtualScheduler scheduler, Function<ResourceExecutor, Result> operation)
            throws IOException {
        List<Result> results = new ArrayList<>();
        HandlerProcess handler = new HandlerProcess(type);
        try (handler) {
            ResourceExecutor executor = new ResourceExecutor(
                    new TypeSchema(type.schema()), () -> handler, scheduler, new ExecutorSettings(1, Duration.ZERO));
            scheduler.run(activities -> results.add(operation.apply(executor)));
        }
        assertThat(handler.errorOutput()).as("standard error").isEmpty();
        return results.get(0);
    }

    private static Request.RequestBuilder request() {
        return Request.builder()
                .stackId(
                        "arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111-2222-3333-4444-555555555555")
                .logicalId("Resource")
                .account("123456789012")
                .region("us-east-1")
                .credentials(JSON::nullNode);
    }

    private static ObjectNode keys(AwsKeys keys) {
        return JSON.createObjectNode()
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    /** Any identifier that the schema allows. */
    private static ObjectNode identifierIn(JsonNode schema) {
        ObjectNode identifier = JSON.createObjectNode();
        for (JsonPointer part : new TypeSchema(schema).primaryIdentifier()) {
            JsonNode property = schema.path("properties").at(part);
            identifier.put(part.getMatchingProperty(), property.at("/enum/0").asText("123456789012"));
        }
        return identifier;
    }

    /** A port that was free a moment ago, where nobody listens. */
    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
