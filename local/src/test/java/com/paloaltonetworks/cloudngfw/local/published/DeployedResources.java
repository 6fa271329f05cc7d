package com.paloaltonetworks.cloudngfw.local.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.JdkNetwork;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.SchedulerPlatform;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The resources of a deployed stack, each driven by the executor as CloudFormation drives it, without the local engine, which
 * would stop an update that changes nothing before any handler sees it. Nothing that is done here is kept.
 */
final class DeployedResources implements AutoCloseable {

    private static final Map<String, Function<Platform, ResourceWrapper<?>>> ENTRY_POINTS = Map.of(
            "ngfw", com.paloaltonetworks.cloudngfw.ngfw.HandlerWrapper::new,
            "rulestack", com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper::new);

    private final StateDirectory state;
    private final World world;
    private final VirtualScheduler scheduler;
    private final Simulator service;
    private final Stack stack;

    /** @param folder a state folder that holds one stack */
    DeployedResources(Path folder) {
        state = StateDirectory.open(folder, () -> {});
        world = World.parse(state.world().orElseThrow());
        scheduler = new VirtualScheduler(1, Objects.requireNonNull(state.time()));
        service = Simulator.start(world, scheduler::now, state.tenant().orElseThrow());
        stack = state.stacks(resource -> List.of()).all().get(0);
    }

    /** Those of our types. */
    List<StackResource> all() {
        return stack.getResources().values().stream()
                .filter(resource -> resource.type().startsWith("PaloAltoNetworks::"))
                .toList();
    }

    TypeSchema schema(StackResource resource) {
        return new TypeSchema(TypeRegistry.json("/paloaltonetworks-cloudngfw-" + name(resource) + ".json"));
    }

    /** Reads by nothing but the identifier. */
    Result read(StackResource resource) {
        Request request =
                request(resource, schema(resource).identifierModel(Objects.requireNonNull(resource.model())), null);
        return run(() -> executor(resource).read(request));
    }

    /** Updates what is there to what is wanted. */
    Result update(StackResource resource, ObjectNode desired) {
        Request request = request(resource, desired, resource.properties());
        return run(() -> executor(resource).update(request, Listener.DEAF));
    }

    /** What reading has to give back. */
    ObjectNode expected(StackResource resource) {
        ObjectNode expected =
                ReadBack.expected(resource.properties(), schema(resource).writeOnly());
        Set<String> written = Set.copyOf(expected.path("Tags").findValuesAsText("Key"));
        stack.getTags().forEach((key, value) -> {
            if (!written.contains(key)) {
                expected.withArray("Tags").addObject().put("Key", key).put("Value", value);
            }
        });
        return expected;
    }

    /** What a template would have to say to mean what was read; what cannot be read as it was written. */
    ObjectNode writable(StackResource resource, ObjectNode model) {
        ObjectNode writable = model.deepCopy();
        schema(resource).writeOnly().forEach(path -> {
            JsonNode written = resource.properties().at(path);
            if (!written.isMissingNode()) {
                ((ObjectNode) writable.at(path.head())).set(path.last().getMatchingProperty(), written);
            }
        });
        schema(resource).readOnly().forEach(path -> writable.remove(path.getMatchingProperty()));
        return writable;
    }

    /** Every writing call so far. */
    List<String> writes() {
        return service.requests().writes();
    }

    private ResourceExecutor executor(StackResource resource) {
        Platform platform = new SchedulerPlatform(scheduler, new JdkNetwork(), Duration.ofMillis(200));
        return new ResourceExecutor(
                schema(resource),
                () -> ENTRY_POINTS.get(name(resource)).apply(platform),
                scheduler,
                ExecutorSettings.STANDARD);
    }

    private Result run(Supplier<Result> operation) {
        AtomicReference<Result> result = new AtomicReference<>();
        scheduler.run(activities -> result.set(operation.get()));
        return result.get();
    }

    private Request request(StackResource resource, ObjectNode desired, ObjectNode previous) {
        return Request.builder()
                .stackId(stack.getStackId())
                .logicalId(resource.logicalId())
                .account(stack.getAccount())
                .region(stack.getRegion())
                .desired(desired)
                .previous(previous)
                .stackTags(stack.getTags())
                .previousStackTags(stack.getTags())
                .systemTags(Map.of(
                        "aws:cloudformation:stack-name", stack.getStackName(),
                        "aws:cloudformation:stack-id", stack.getStackId(),
                        "aws:cloudformation:logical-id", resource.logicalId()))
                .typeConfiguration(configuration())
                .credentials(this::credentials)
                .build();
    }

    private JsonNode configuration() {
        ObjectNode configuration = world.typeConfiguration().deepCopy();
        return configuration
                .put("ApiEndpoint", service.api(stack.getRegion()).toString())
                .put("StsEndpoint", service.sts().toString());
    }

    private JsonNode credentials() {
        AwsKeys keys = service.credentialsOf(world.executionRole().arn());
        return JsonNodeFactory.instance
                .objectNode()
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    private static String name(StackResource resource) {
        return resource.type().endsWith("::NGFW") ? "ngfw" : "rulestack";
    }

    @Override
    public void close() {
        service.close();
        state.close();
    }
}
