package com.paloaltonetworks.cloudngfw.core.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.SchedulerPlatform;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plays CloudFormation for one type: real bytes through the type's wrapper, requests over a real socket to a simulated
 * service, on a virtual clock where each request takes 200 ms.
 */
public final class Driver implements AutoCloseable {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "123456789012";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LambdaPlatform WIRE = new LambdaPlatform();

    private final Scheduler scheduler;
    private final Simulator service;
    private final ResourceExecutor executor;
    private final List<String> messages = new ArrayList<>();
    private UnaryOperator<Request> changes = UnaryOperator.identity();

    private Driver(
            String typeName, Function<Platform, ? extends RequestStreamHandler> wrappers, World world, long seed) {
        this.scheduler = new VirtualScheduler(seed, START);
        this.service = Simulator.start(world, scheduler::now);
        Platform platform = new SchedulerPlatform(scheduler, WIRE.network(), Duration.ofMillis(200));
        this.executor = new ResourceExecutor(
                schema(typeName), () -> wrappers.apply(platform), scheduler, ExecutorSettings.STANDARD);
    }

    /** @param typeName whose schema is on the class path */
    public static Driver of(String typeName, Function<Platform, ? extends RequestStreamHandler> wrappers) {
        return of(typeName, wrappers, World.standard(), 1);
    }

    public static Driver of(
            String typeName, Function<Platform, ? extends RequestStreamHandler> wrappers, World world, long seed) {
        return new Driver(typeName, wrappers, world, seed);
    }

    /** What the service holds, and what it was asked. */
    public Simulator service() {
        return service;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** The messages of all IN_PROGRESS events so far. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    public Duration elapsed() {
        return Duration.between(START, scheduler.now());
    }

    /** Changes every request from now on: tags, type configuration, another caller. */
    public Driver with(UnaryOperator<Request> change) {
        UnaryOperator<Request> before = changes;
        changes = request -> change.apply(before.apply(request));
        return this;
    }

    public Driver withConfiguration(String member, Object value) {
        return with(request -> {
            ObjectNode configuration = request.typeConfiguration().deepCopy();
            configuration.set(member, JSON.valueToTree(value));
            return request.toBuilder().typeConfiguration(configuration).build();
        });
    }

    public Result create(ObjectNode desired) {
        return run(() -> executor.create(request("Resource", desired, null), this::hear));
    }

    public Result update(ObjectNode previous, ObjectNode desired) {
        return run(() -> executor.update(request("Resource", desired, previous), this::hear));
    }

    public Result delete(ObjectNode model) {
        return run(() -> executor.delete(request("Resource", model, null), this::hear));
    }

    /** By the identifier alone, as CloudFormation reads. */
    public Result read(ObjectNode model) {
        return run(() -> executor.read(request("Resource", executor.schema().identifierModel(model), null)));
    }

    public Result list(@Nullable ObjectNode filter, @Nullable String nextToken) {
        return run(() -> executor.list(request("Resource", filter, null), nextToken));
    }

    /** Several operations of one stack at the same time, started within the given spread. */
    public List<Result> together(Duration spread, List<Function<Driver, Callable<Result>>> operations) {
        List<Result> results = new ArrayList<>();
        operations.forEach(operation -> results.add(null));
        scheduler.run(activities -> {
            for (int index = 0; index < operations.size(); index++) {
                int place = index;
                Callable<Result> operation = operations.get(index).apply(this);
                activities.start(() -> {
                    scheduler.sleep(Duration.ofMillis(Math.round(spread.toMillis() * scheduler.chance())));
                    results.set(place, call(operation));
                });
            }
        });
        return results;
    }

    /** For {@link #together}. */
    public static Function<Driver, Callable<Result>> creating(String logicalId, ObjectNode desired) {
        return driver -> () -> driver.executor.create(driver.request(logicalId, desired, null), driver::hear);
    }

    public static Function<Driver, Callable<Result>> updating(
            String logicalId, ObjectNode previous, ObjectNode desired) {
        return driver -> () -> driver.executor.update(driver.request(logicalId, desired, previous), driver::hear);
    }

    public static Function<Driver, Callable<Result>> deleting(String logicalId, ObjectNode model) {
        return driver -> () -> driver.executor.delete(driver.request(logicalId, model, null), driver::hear);
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    @Override
    public void close() {
        service.close();
    }

    private Result run(Callable<Result> operation) {
        List<Result> results = new ArrayList<>();
        scheduler.run(activities -> results.add(call(operation)));
        return results.get(0);
    }

    private static Result call(Callable<Result> operation) {
        try {
            return operation.call();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private void hear(String physicalId, ObjectNode model, @Nullable String message) {
        messages.add(String.valueOf(message));
    }

    private Request request(String logicalId, @Nullable ObjectNode desired, @Nullable ObjectNode previous) {
        World world = service.world();
        ObjectNode configuration = world.typeConfiguration().deepCopy();
        configuration.put("ApiEndpoint", service.api(REGION).toString());
        configuration.put("StsEndpoint", service.sts().toString());
        return changes.apply(Request.builder()
                .stackId(
                        "arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111-2222-3333-4444-555555555555")
                .logicalId(logicalId)
                .account(ACCOUNT)
                .region(REGION)
                .desired(desired)
                .previous(previous)
                .systemTags(Map.of(
                        "aws:cloudformation:stack-name", "test",
                        "aws:cloudformation:stack-id",
                                "arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111-2222-3333-4444-555555555555",
                        "aws:cloudformation:logical-id", logicalId))
                .typeConfiguration(configuration)
                .credentials(
                        () -> keys(service.credentialsOf(world.executionRole().arn())))
                .build());
    }

    private static JsonNode keys(AwsKeys keys) {
        return JSON.createObjectNode()
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    static TypeSchema schema(String typeName) {
        String resource = "/" + typeName.toLowerCase(Locale.ROOT).replace("::", "-") + ".json";
        try (InputStream schema = Driver.class.getResourceAsStream(resource)) {
            return new TypeSchema(JSON.readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
