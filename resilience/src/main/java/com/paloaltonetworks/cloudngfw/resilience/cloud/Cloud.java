package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.SchedulerPlatform;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Door;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * CloudFormation, the handlers of all types and the service in one process, without a socket and on one scheduler: bytes go
 * into the handlers and come out of them as in Lambda, and the scheduler decides who acts next at every call of the service.
 *
 * <p>Operations are called within an activity of the scheduler.
 */
public final class Cloud {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "123456789012";
    private static final String STACK =
            "arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111-2222-3333-4444-555555555555";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scheduler scheduler;
    private final Simulator service;
    private final Map<ResourceKind, ResourceExecutor> types = new EnumMap<>(ResourceKind.class);

    /** With a fresh tenant. */
    public Cloud(World world, Scheduler scheduler, Latency latency, Interference interference) {
        this(Simulator.start(world, scheduler::now), scheduler, latency, interference);
    }

    /** @param service lives on the scheduler's clock */
    public Cloud(Simulator service, Scheduler scheduler, Latency latency, Interference interference) {
        this.scheduler = scheduler;
        this.service = service;
        ServiceWire wire =
                new ServiceWire(interference.atDoor(call -> service.handle(call, Door.HANDLERS)), scheduler, latency);
        Platform container = new SchedulerPlatform(scheduler, interference.onWire(wire));
        for (ResourceKind kind : ResourceKind.values()) {
            Function<Platform, RequestStreamHandler> handlers = interference.onInvocation(kind, kind::handlerIn);
            types.put(
                    kind,
                    new ResourceExecutor(
                            kind.schema(), () -> handlers.apply(container), scheduler, ExecutorSettings.STANDARD));
        }
    }

    /** What the service holds, and what it was asked. */
    public Simulator service() {
        return service;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Result create(Resource wanted, UnaryOperator<Request> circumstances, Listener listener) {
        return type(wanted).create(request(wanted, null, circumstances), listener);
    }

    public Result update(Resource previous, Resource wanted, UnaryOperator<Request> circumstances, Listener listener) {
        return type(wanted).update(request(wanted, previous, circumstances), listener);
    }

    public Result delete(Resource resource, UnaryOperator<Request> circumstances, Listener listener) {
        return type(resource).delete(request(resource, null, circumstances), listener);
    }

    /** By the identifier alone, as CloudFormation reads. */
    public Result read(Resource resource) {
        ResourceExecutor type = type(resource);
        Resource identified = new Resource(
                resource.kind(), resource.logicalId(), type.schema().identifierModel(resource.properties()));
        return type.read(request(identified, null, UnaryOperator.identity()));
    }

    /** The first page; the filter's properties say which resources are wanted. */
    public Result list(Resource filter) {
        return type(filter).list(request(filter, null, UnaryOperator.identity()), null);
    }

    private ResourceExecutor type(Resource resource) {
        return types.get(resource.kind());
    }

    private Request request(Resource wanted, @Nullable Resource previous, UnaryOperator<Request> circumstances) {
        World world = service.world();
        return circumstances.apply(Request.builder()
                .stackId(STACK)
                .logicalId(wanted.logicalId())
                .account(ACCOUNT)
                .region(REGION)
                .desired(wanted.properties())
                .previous(previous == null ? null : previous.properties())
                .systemTags(Map.of(
                        "aws:cloudformation:stack-name",
                        "test",
                        "aws:cloudformation:stack-id",
                        STACK,
                        "aws:cloudformation:logical-id",
                        wanted.logicalId()))
                .typeConfiguration(world.typeConfiguration())
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
}
