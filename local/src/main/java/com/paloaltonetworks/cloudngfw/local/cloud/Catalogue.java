package com.paloaltonetworks.cloudngfw.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.local.type.ModelChecks;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The third-party types at hand: their schemas, and the entry points that are deployed to Lambda. */
final class Catalogue {

    private static final Map<String, Function<Platform, ResourceWrapper<?>>> ENTRY_POINTS = Map.of(
            "paloaltonetworks-cloudngfw-ngfw", com.paloaltonetworks.cloudngfw.ngfw.HandlerWrapper::new,
            "paloaltonetworks-cloudngfw-rulestack", com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper::new,
            "paloaltonetworks-cloudngfw-securityrule", com.paloaltonetworks.cloudngfw.securityrule.HandlerWrapper::new);

    private Catalogue() {}

    /** All types, on a clock and a network. */
    static List<ThirdPartyType> types(Scheduler scheduler, Platform platform) {
        return ENTRY_POINTS.entrySet().stream()
                .map(entry -> type(entry.getKey(), entry.getValue(), scheduler, platform))
                .toList();
    }

    /** An entry point for each type, a new instance for each invocation. */
    static Map<String, Supplier<RequestStreamHandler>> functions(Platform platform) {
        return ENTRY_POINTS.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> schema(entry.getKey()).typeName(),
                        entry -> () -> entry.getValue().apply(platform)));
    }

    private static TypeSchema schema(String name) {
        return new TypeSchema(TypeRegistry.json("/" + name + ".json"));
    }

    private static ThirdPartyType type(
            String name, Function<Platform, ResourceWrapper<?>> entryPoint, Scheduler scheduler, Platform platform) {
        ResourceExecutor executor = new ResourceExecutor(
                schema(name), () -> entryPoint.apply(platform), scheduler, ExecutorSettings.STANDARD);
        return new ThirdPartyType(executor, new HandlerChecks(() -> entryPoint.apply(platform)));
    }

    /** The handler's own checks, as {@code ./ngfw validate} and the engine use them. */
    private record HandlerChecks(Supplier<ResourceWrapper<?>> wrapper) implements ModelChecks {

        @Override
        public List<Problem> problems(ObjectNode properties) {
            return wrapper.get().problems(properties);
        }

        @Override
        public Set<String> switches() {
            return wrapper.get().vocabulary().switches();
        }
    }
}
