package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.cloudformation.AbstractWrapper;
import software.amazon.cloudformation.LambdaWrapper;

/** What a Lambda container remembers of its callers when an invocation is over. */
class MemoryTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";
    private static final List<String> HANDLERS = Stream.of("client", "core", "rulestack", "securityrule", "ngfw")
            .map(ROOT::concat)
            .toList();

    private static final Pattern KEY_ID = Pattern.compile("ASIA[A-Z0-9]{16}");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private static final ObjectNode RULESTACK = Driver.json("{\"RuleStackName\":\"edge\"}");

    private final List<HandlerWrapper> wrappers = new ArrayList<>();

    @Test
    void onlyTheTokenCacheKeepsASecretAndNoneThatIsAnAwsKey() {
        AwsKeys caller = invoked(
                HandlerWrapper::new,
                cloudFormation -> assertThat(cloudFormation
                                .executor()
                                .read(cloudFormation.request())
                                .errorCode())
                        .isEqualTo("NotFound"));
        String cached = statics().texts();
        String rest = statics(TokenCache.class).texts();
        assertThat(JWT.matcher(cached).results()).isNotEmpty();
        assertThat(JWT.matcher(rest).results()).isEmpty();
        assertThat(cached).hasSizeGreaterThan(10_000).doesNotContain(caller.secretAccessKey(), caller.sessionToken());
        assertThat(KEY_ID.matcher(caller.accessKeyId()).matches()).isTrue();
        assertThat(KEY_ID.matcher(cached).results()).as("ids of keys").isEmpty();
    }

    /** The runtime refuses the second one after it has handed the credentials over. */
    @ParameterizedTest
    @CsvSource({
        "'{\"RuleStackName\":\"edge\"}', SUCCESS",
        "'{\"RuleStackName\":\"edge\",\"Nonsense\":1}', InvalidRequest"
    })
    void aWrapperKeepsNothingOfItsCaller(String model, String end) {
        AwsKeys caller = invoked(this::kept, cloudFormation -> {
            Result created = cloudFormation.executor().create(cloudFormation.request(model), (id, seen, message) -> {});
            assertThat(created.succeeded() ? "SUCCESS" : created.errorCode()).isEqualTo(end);
        });
        assertThat(remembered())
                .hasSizeGreaterThan(1000)
                .doesNotContain(caller.accessKeyId(), caller.secretAccessKey(), caller.sessionToken())
                .doesNotContainPattern(KEY_ID)
                .doesNotContainPattern(JWT);
    }

    /** It makes its clients for logs and metrics of it, and makes them anew in the next invocation only. */
    @Test
    void theRuntimeKeepsTheSessionOfTheLogRoleAndNoOther() throws IOException {
        HttpServer logs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger asked = new AtomicInteger();
        logs.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        logs.start();
        Map<String, String> settings = Map.of(
                "aws.region",
                Driver.REGION,
                "aws.endpointUrl",
                "http://127.0.0.1:" + logs.getAddress().getPort());
        settings.forEach(System::setProperty);
        try {
            AwsKeys caller = invoked(
                    this::logging, cloudFormation -> cloudFormation.executor().read(cloudFormation.request()));
            assertThat(asked).as("calls where the SDK's settings lead").hasPositiveValue();
            assertThat(remembered())
                    .contains("the-log-roles-session")
                    .doesNotContain(caller.accessKeyId(), caller.secretAccessKey(), caller.sessionToken())
                    .doesNotContainPattern(JWT);
        } finally {
            settings.keySet().forEach(System::clearProperty);
            logs.stop(0);
        }
    }

    private RequestStreamHandler kept() {
        wrappers.add(new HandlerWrapper());
        return wrappers.get(wrappers.size() - 1);
    }

    /** As CloudFormation invokes a type that was registered with a log role. */
    private RequestStreamHandler logging() {
        RequestStreamHandler handler = kept();
        return (request, answer, context) -> {
            ObjectNode payload = Driver.json(new String(request.readAllBytes(), StandardCharsets.UTF_8));
            ObjectNode data = (ObjectNode) payload.path("requestData");
            data.put("providerLogGroupName", "paloaltonetworks-cloudngfw-rulestack-logs")
                    .putObject("providerCredentials")
                    .put("accessKeyId", "AKIALOGROLE")
                    .put("secretAccessKey", "secret")
                    .put("sessionToken", "the-log-roles-session");
            byte[] whole = payload.toString().getBytes(StandardCharsets.UTF_8);
            handler.handleRequest(new ByteArrayInputStream(whole), answer, context);
        };
    }

    /** Of the objects themselves: what a process keeps for all of them is looked at above. */
    private String remembered() {
        Reachable reachable = new Reachable(TokenCache.class);
        assertThat(wrappers).isNotEmpty().allSatisfy(reachable::from);
        return reachable.texts();
    }

    private record CloudFormation(ResourceExecutor executor, Request request) {
        Request request(String model) {
            return request.toBuilder().desired(Driver.json(model)).build();
        }
    }

    /** Invocations, as Lambda makes them, through an assumed role; and the keys they were given. */
    private static AwsKeys invoked(Supplier<RequestStreamHandler> handlers, Consumer<CloudFormation> work) {
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.now());
        try (Simulator service = Simulator.start(World.standard(), InstantSource.system())) {
            AwsKeys keys = service.credentialsOf(service.world().executionRole().arn());
            ObjectNode configuration = service.world().typeConfiguration().deepCopy();
            configuration.put("ApiEndpoint", service.api(Driver.REGION).toString());
            configuration.put("StsEndpoint", service.sts().toString());
            configuration.put("CommitMode", "Manual");
            ResourceExecutor executor = new ResourceExecutor(
                    new TypeSchema(TypeRegistry.json("/paloaltonetworks-cloudngfw-rulestack.json")),
                    handlers,
                    scheduler,
                    ExecutorSettings.STANDARD);
            Request request = Request.builder()
                    .stackId("arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111")
                    .logicalId("Resource")
                    .account(Driver.ACCOUNT)
                    .region(Driver.REGION)
                    .desired(RULESTACK)
                    .typeConfiguration(configuration)
                    .credentials(() -> Driver.json("{}")
                            .put("accessKeyId", keys.accessKeyId())
                            .put("secretAccessKey", keys.secretAccessKey())
                            .put("sessionToken", keys.sessionToken()))
                    .build();
            scheduler.run(activities -> work.accept(new CloudFormation(executor, request)));
            return keys;
        }
    }

    private static Reachable statics(Class<?>... closed) {
        Reachable reachable = new Reachable(closed);
        reachable.fromStaticsOf(AbstractWrapper.class);
        reachable.fromStaticsOf(LambdaWrapper.class);
        new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .withImportOption(new NoTestJars())
                        .importPackages(HANDLERS)
                        .stream()
                        .map(JavaClass::reflect)
                        .forEach(reachable::fromStaticsOf);
        return reachable;
    }
}
