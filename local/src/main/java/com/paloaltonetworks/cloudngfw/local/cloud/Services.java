package com.paloaltonetworks.cloudngfw.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a local cloud has for programs that do not come through a stack.
 *
 * @param scheduler on whose time the functions live
 * @param functions the entry point of each type by its name, a new instance for each invocation
 * @param environments credentials and type configuration of an account and Region
 * @param save keeps what the simulated service holds now
 */
public record Services(
        Scheduler scheduler,
        Simulator simulator,
        Map<String, Supplier<RequestStreamHandler>> functions,
        Function<Place, Environment> environments,
        Runnable save) {

    /** Where something happens. */
    public record Place(String account, String region) {}
}
