package com.paloaltonetworks.cloudngfw.core;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.LambdaWrapper;
import software.amazon.cloudformation.injection.SessionCredentialsProvider;
import software.amazon.cloudformation.proxy.AmazonWebServicesClientProxy;
import software.amazon.cloudformation.proxy.Credentials;
import software.amazon.cloudformation.proxy.HandlerErrorCode;
import software.amazon.cloudformation.proxy.HandlerRequest;
import software.amazon.cloudformation.proxy.ProgressEvent;
import software.amazon.cloudformation.proxy.ResourceHandlerRequest;

/**
 * Joins a type to the handler runtime; its subclass with a public no-argument constructor is the type's entry point in
 * Lambda. One instance serves one request at a time, and keeps nothing of the caller's credentials when it has answered.
 *
 * @param <M> the type's model
 */
public abstract class ResourceWrapper<M> extends LambdaWrapper<M, Progress, TypeConfiguration> {

    /** The platform of an entry point that Lambda makes; one per process. */
    protected static final Platform LAMBDA = new LambdaPlatform();

    private final TypeDefinition<M> definition;
    private final Platform platform;
    private final List<Handler<M>> handlers;
    private @Nullable Credentials caller;

    protected ResourceWrapper(TypeDefinition<M> definition, Platform platform, List<Handler<M>> handlers) {
        super(
                new SessionCredentialsProvider(),
                null,
                null,
                null,
                definition.serializer().validator(),
                definition.serializer(),
                HTTP_CLIENT);
        this.definition = definition;
        this.platform = platform;
        this.handlers = List.copyOf(handlers);
    }

    /** What the type knows of words besides its schema. */
    public final Vocabulary vocabulary() {
        return definition.vocabulary();
    }

    /** Everything wrong with wanted properties, schema and semantics, found without a call. */
    public final List<Problem> problems(JsonNode properties) {
        return definition.problems(properties);
    }

    /** However it ends: what the runtime refuses never gets to a handler. */
    @Override
    public final void handleRequest(InputStream request, OutputStream answer, Context context) throws IOException {
        try {
            super.handleRequest(request, answer, context);
        } finally {
            caller = null;
        }
    }

    @Override
    protected final ResourceHandlerRequest<M> transform(HandlerRequest<M, Progress, TypeConfiguration> request) {
        var data = request.getRequestData();
        caller = data.getCallerCredentials();
        return ResourceHandlerRequest.<M>builder()
                .clientRequestToken(request.getBearerToken())
                .desiredResourceState(data.getResourceProperties())
                .previousResourceState(data.getPreviousResourceProperties())
                .desiredResourceTags(getDesiredResourceTags(request))
                .systemTags(data.getSystemTags())
                .awsAccountId(request.getAwsAccountId())
                .logicalResourceIdentifier(data.getLogicalResourceId())
                .nextToken(request.getNextToken())
                .maxResults(request.getMaxResults())
                .region(request.getRegion())
                .build();
    }

    @Override
    public final ProgressEvent<M, Progress> invokeHandler(
            AmazonWebServicesClientProxy proxy,
            ResourceHandlerRequest<M> request,
            Action action,
            @Nullable Progress progress,
            @Nullable TypeConfiguration configuration) {
        TypeConfiguration known = Objects.requireNonNullElse(configuration, TypeConfiguration.NONE);
        Optional<ProgressEvent<M, Progress>> refusal = refusal(action, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Ngfw ngfw;
        try {
            ngfw = Ngfw.of(
                    platform, Callers.access(caller, proxy, platform, request.getRegion(), known), loggerProxy::log);
        } catch (NgfwException denied) {
            return refused(HandlerErrors.codeFor(denied.getKind()), denied);
        } catch (Refusal refused) {
            return refused(refused.getCode(), refused);
        }
        Operation<M> op = Operation.<M>builder()
                .desired(request.getDesiredResourceState())
                .previous(request.getPreviousResourceState())
                .tags(orNone(request.getDesiredResourceTags()))
                .previousTags(orNone(request.getPreviousResourceTags()))
                .systemTags(orNone(request.getSystemTags()))
                .account(request.getAwsAccountId())
                .region(request.getRegion())
                .token(request.getClientRequestToken())
                .nextToken(request.getNextToken())
                .configuration(known)
                .platform(platform)
                .ngfw(ngfw)
                .progress(Objects.requireNonNullElseGet(progress, Progress::new))
                .budget(
                        action == Action.READ || action == Action.LIST
                                ? Budget.ofReading(platform)
                                : new Budget(platform))
                .log(loggerProxy::log)
                .build();
        return handler(action).handle(op);
    }

    /** What no call is needed for: the identifier is not one, or something changes that cannot. */
    private Optional<ProgressEvent<M, Progress>> refusal(Action action, ResourceHandlerRequest<M> request) {
        M desired = request.getDesiredResourceState();
        return switch (action) {
            case CREATE, LIST -> Optional.empty();
            case READ, DELETE -> failed(HandlerErrorCode.NotFound, unusableIdentifier(desired));
            case UPDATE ->
                failed(HandlerErrorCode.NotFound, unusableIdentifier(desired))
                        .or(() -> failed(
                                HandlerErrorCode.NotUpdatable,
                                definition.fixedChange(request.getPreviousResourceState(), desired)));
        };
    }

    private Optional<String> unusableIdentifier(M desired) {
        return definition.missingIdentifier(desired).or(() -> definition.impossibleIdentifier(desired));
    }

    private static <M> ProgressEvent<M, Progress> refused(HandlerErrorCode code, RuntimeException reason) {
        return ProgressEvent.failed(null, null, code, Messages.fit(String.valueOf(reason.getMessage())));
    }

    private Optional<ProgressEvent<M, Progress>> failed(HandlerErrorCode code, Optional<String> reason) {
        return reason.map(message -> ProgressEvent.failed(null, null, code, Messages.fit(message)));
    }

    private Handler<M> handler(Action action) {
        return handlers.stream()
                .filter(handler -> handler.action() == action)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> tags) {
        return Objects.requireNonNullElse(tags, Map.of());
    }

    @Override
    protected final Map<String, String> provideResourceDefinedTags(@Nullable M model) {
        return model == null ? Map.of() : definition.type().tagsOf(model);
    }

    @Override
    protected final JSONObject provideResourceSchemaJSONObject() {
        return definition.runtimeSchema();
    }

    /** The library's own way validates the schema anew each time, and dies when it uses a newer keyword. */
    @Override
    protected final M sanitizeModel(M model) {
        return definition.withoutWriteOnly(model);
    }

    /** The library empties java.io.tmpdir at every request. In Lambda we leave nothing there; elsewhere it is not ours. */
    @Override
    protected final void scrubFiles() {}

    /** Called by the superclass's constructor: the model's class is read from this class's own type, not from a field. */
    @Override
    protected final TypeReference<HandlerRequest<M, Progress, TypeConfiguration>> getTypeReference() {
        return referenceTo(TypeFactory.defaultInstance()
                .constructParametricType(
                        HandlerRequest.class,
                        modelType(),
                        TypeFactory.defaultInstance().constructType(Progress.class),
                        TypeFactory.defaultInstance().constructType(TypeConfiguration.class)));
    }

    @Override
    protected final TypeReference<M> getModelTypeReference() {
        return referenceTo(modelType());
    }

    private JavaType modelType() {
        return TypeFactory.defaultInstance()
                .findTypeParameters(TypeFactory.defaultInstance().constructType(getClass()), ResourceWrapper.class)[0];
    }

    private static <T> TypeReference<T> referenceTo(JavaType type) {
        return new TypeReference<>() {
            @Override
            public Type getType() {
                return type;
            }
        };
    }
}
