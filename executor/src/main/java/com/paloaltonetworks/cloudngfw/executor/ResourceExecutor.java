package com.paloaltonetworks.cloudngfw.executor;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives the operations of one resource type the way CloudFormation does: calls the handler, follows IN_PROGRESS events with
 * the model and context they carry, repeats retriable failures, holds every event against the contract, and gives up at the
 * time-out of the schema.
 */
public final class ResourceExecutor {

    private static final Set<String> RETRIABLE =
            Set.of("Throttling", "ServiceInternalError", "NetworkFailure", "ResourceConflict");

    /** As users saw CloudFormation do: about seven minutes without an answer end the operation. */
    private static final int MOST_UNANSWERED = 3;

    private final TypeSchema schema;
    private final HandlerCall handler;
    private final Contract contract;
    private final Scheduler scheduler;
    private final ExecutorSettings settings;

    /** @param handlers gives a new instance for each invocation: a wrapper keeps one request's state in its fields */
    public ResourceExecutor(
            TypeSchema schema,
            Supplier<? extends RequestStreamHandler> handlers,
            Scheduler scheduler,
            ExecutorSettings settings) {
        this.schema = schema;
        this.handler = new HandlerCall(schema, handlers);
        this.contract = Contract.of(schema);
        this.scheduler = scheduler;
        this.settings = settings;
    }

    public TypeSchema schema() {
        return schema;
    }

    public Result create(Request request, Listener listener) {
        return new Operation(Action.CREATE, request, listener).run();
    }

    public Result update(Request request, Listener listener) {
        return new Operation(Action.UPDATE, request, listener).run();
    }

    public Result delete(Request request, Listener listener) {
        return new Operation(Action.DELETE, request, listener).run();
    }

    /** Reads by what the desired model holds; CloudFormation gives no more than the primary identifier. */
    public Result read(Request request) {
        return new Operation(Action.READ, request, Listener.DEAF).run();
    }

    /** One page; the desired model, if there is one, holds the filters. */
    public Result list(Request request, @Nullable String nextToken) {
        Operation operation = new Operation(Action.LIST, request, Listener.DEAF);
        operation.nextToken = nextToken;
        return operation.run();
    }

    /** One operation from the first invocation to the last. */
    private final class Operation {
        private final Action action;
        private final Request request;
        private final Listener listener;
        private final String token = UUID.nameUUIDFromBytes(
                        String.valueOf(scheduler.chance()).getBytes(StandardCharsets.UTF_8))
                .toString();
        private final Instant deadline;
        private @Nullable ObjectNode model;
        private JsonNode context = NullNode.getInstance();
        private @Nullable String nextToken;
        private @Nullable String physicalId;
        private int invocations;
        private int failures;

        Operation(Action action, Request request, Listener listener) {
            this.action = action;
            this.request = request;
            this.listener = listener;
            this.model = request.desired();
            this.deadline = scheduler.now().plus(schema.timeout(action));
            this.physicalId = action == Action.CREATE || request.desired() == null
                    ? null
                    : schema.identifierOf(request.desired());
        }

        Result run() {
            while (true) {
                ProgressEvent event = invoke();
                if (event.isInProgress()) {
                    follow(event);
                } else if (!mayRetry(event)) {
                    return end(event);
                }
                if (request.cancelled().getAsBoolean()) {
                    return result(Result.Status.CANCELLED, null, "Resource operation cancelled", null);
                }
                if (scheduler.now().isAfter(deadline)) {
                    return result(
                            Result.Status.FAILED, "NotStabilized", "Resource timed out waiting for completion", null);
                }
            }
        }

        private ProgressEvent invoke() {
            for (int unanswered = 0; unanswered < MOST_UNANSWERED; unanswered++) {
                Instant began = scheduler.now();
                try {
                    return answered(began);
                } catch (NoAnswer silence) {
                    Duration waited = Duration.between(began, scheduler.now());
                    scheduler.sleep(longer(action.invocationLimit().minus(waited), Duration.ZERO));
                } catch (RoleNotAssumable refused) {
                    return failure("AccessDenied", refused.getMessage());
                } catch (IOException broken) {
                    return failure("InternalFailure", "The handler gave no answer: " + broken.getMessage());
                }
            }
            return failure("NotStabilized", "Resource handler timed out");
        }

        private ProgressEvent answered(Instant began) throws IOException {
            invocations++;
            ProgressEvent event =
                    handler.invoke(request, new HandlerCall.Turn(action, token, model, context, nextToken));
            return checked(event, Duration.between(began, scheduler.now()));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private ProgressEvent checked(ProgressEvent event, Duration took) {
            List<String> breaches = new ArrayList<>(contract.breaches(action, event, physicalId));
            if (took.compareTo(action.invocationLimit()) > 0) {
                breaches.add("the invocation took " + took.toSeconds() + " s, allowed are "
                        + action.invocationLimit().toSeconds() + " s");
            }
            return breaches.isEmpty()
                    ? event
                    : failure(
                            "InternalFailure",
                            "Handler contract broken by " + action + ": " + String.join("; ", breaches));
        }

        private static ProgressEvent failure(String code, String message) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            return new ProgressEvent(
                    event.put("status", "FAILED").put("errorCode", code).put("message", message));
        }

        private void follow(ProgressEvent event) {
            failures = 0;
            model = event.model();
            context = event.callbackContext();
            physicalId = schema.identifierOf(model);
            listener.progressed(physicalId, model, event.message());
            scheduler.sleep(event.delay());
        }

        private boolean mayRetry(ProgressEvent event) {
            boolean again = !event.isSuccess()
                    && RETRIABLE.contains(String.valueOf(event.errorCode()))
                    && ++failures < settings.attempts();
            if (again) {
                scheduler.sleep(settings.backoff().multipliedBy(1L << (failures - 1)));
            }
            return again;
        }

        private Result end(ProgressEvent event) {
            ObjectNode last = event.model();
            if (last != null && !"AlreadyExists".equals(event.errorCode())) { // that one may be anybody's
                physicalId = schema.identifierOf(last);
            }
            return event.isSuccess()
                    ? result(Result.Status.SUCCESS, null, null, event)
                    : result(Result.Status.FAILED, event.errorCode(), event.message(), event);
        }

        private Result result(
                Result.Status status, @Nullable String code, @Nullable String message, @Nullable ProgressEvent event) {
            List<ObjectNode> models = new ArrayList<>();
            if (event != null) {
                event.models().forEach(each -> models.add((ObjectNode) each));
            }
            return new Result(
                    status,
                    code,
                    message,
                    event == null ? model : event.model(),
                    physicalId,
                    List.copyOf(models),
                    event == null ? null : event.nextToken(),
                    token,
                    invocations);
        }
    }
}
