package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.util.function.Function;

/** What goes wrong on the way between CloudFormation, a handler and the service; by default nothing. */
public interface Interference {

    Interference NONE = new Interference() {};

    /**
     * Between the handlers and the service.
     *
     * @param wire brings a request to the service and its answer back
     */
    default Transport onWire(Transport wire) {
        return wire;
    }

    /**
     * At the service's door: between a call's arrival and what it does to the tenant no time passes.
     *
     * @param service handles a call
     */
    default Function<Call, Answer> atDoor(Function<Call, Answer> service) {
        return service;
    }

    /**
     * Between CloudFormation and a handler.
     *
     * @param handlers gives the handler that serves one invocation in a container
     */
    default Function<Platform, RequestStreamHandler> onInvocation(
            ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
        return handlers;
    }
}
