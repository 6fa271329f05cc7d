package com.paloaltonetworks.cloudngfw.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * One resource operation as CloudFormation would ask for it.
 *
 * @param desired the wanted model; for READ and DELETE the identifier suffices, and a LIST without filters may have none
 * @param previous the model before an UPDATE, else null
 * @param credentials temporary keys of the execution role, asked for afresh before each invocation:
 *     {@code {"accessKeyId","secretAccessKey","sessionToken"}}
 * @param cancelled when it turns true, the handler is not called again
 */
@Builder(toBuilder = true)
public record Request(
        String stackId,
        String logicalId,
        String account,
        String region,
        @Nullable ObjectNode desired,
        @Nullable ObjectNode previous,
        Map<String, String> stackTags,
        Map<String, String> previousStackTags,
        Map<String, String> systemTags,
        @Nullable JsonNode typeConfiguration,
        Supplier<JsonNode> credentials,
        boolean rollback,
        BooleanSupplier cancelled) {

    public Request {
        stackTags = stackTags == null ? Map.of() : Map.copyOf(stackTags);
        previousStackTags = previousStackTags == null ? Map.of() : Map.copyOf(previousStackTags);
        systemTags = systemTags == null ? Map.of() : Map.copyOf(systemTags);
        cancelled = cancelled == null ? () -> false : cancelled;
    }
}
