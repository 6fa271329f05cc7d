package com.paloaltonetworks.cloudngfw.core.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A resource of a type that makes the type use all its endpoints.
 *
 * @param tenant gives the tenant what the resource needs, and a rulestack {@code victim} that is none of its business
 * @param changed the same resource with something of every kind changed
 * @param filter under which it is listed; with every name that a list may be asked by
 */
public record Specimen(
        String typeName,
        Function<Platform, ? extends RequestStreamHandler> handlers,
        Consumer<Driver> tenant,
        ObjectNode wanted,
        ObjectNode changed,
        ObjectNode filter) {

    @Override
    public ObjectNode wanted() {
        return wanted.deepCopy();
    }

    @Override
    public ObjectNode changed() {
        return changed.deepCopy();
    }

    @Override
    public ObjectNode filter() {
        return filter.deepCopy();
    }

    /**
     * A driver with such a tenant.
     *
     * @param listener sees each request with its answer, and says what the client gets
     */
    Driver driver(BiFunction<ApiRequest, ApiResponse, ApiResponse> listener) {
        Driver driver = Driver.of(typeName, platform -> handlers.apply(RewiredPlatform.hearing(platform, listener)));
        tenant.accept(driver);
        return driver;
    }
}
