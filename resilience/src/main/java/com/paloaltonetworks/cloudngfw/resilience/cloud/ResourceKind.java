package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;

/** The resource types, by the entry points that Lambda calls. */
@SuppressWarnings(
        "ImmutableEnumChecker") // a schema and a constructor do not change, though their classes do not say so
public enum ResourceKind {
    RULESTACK(
            com.paloaltonetworks.cloudngfw.rulestack.ResourceModel.TYPE_NAME,
            com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper::new),
    SECURITY_RULE(
            com.paloaltonetworks.cloudngfw.securityrule.ResourceModel.TYPE_NAME,
            com.paloaltonetworks.cloudngfw.securityrule.HandlerWrapper::new),
    FIREWALL(
            com.paloaltonetworks.cloudngfw.ngfw.ResourceModel.TYPE_NAME,
            com.paloaltonetworks.cloudngfw.ngfw.HandlerWrapper::new);

    private final TypeSchema schema;
    private final Function<Platform, RequestStreamHandler> handlers;

    ResourceKind(String typeName, Function<Platform, RequestStreamHandler> handlers) {
        this.schema = schemaOf(typeName);
        this.handlers = handlers;
    }

    public TypeSchema schema() {
        return schema;
    }

    /** A new instance of the type's handler in a container. */
    public RequestStreamHandler handlerIn(Platform container) {
        return handlers.apply(container);
    }

    private static TypeSchema schemaOf(String typeName) {
        String resource = "/" + typeName.toLowerCase(Locale.ROOT).replace("::", "-") + ".json";
        try (InputStream schema = ResourceKind.class.getResourceAsStream(resource)) {
            return new TypeSchema(new ObjectMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
