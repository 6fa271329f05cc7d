package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.local.template.Texts;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** One operation on one stack while it runs: the only place that changes the stack and writes its events. */
@Getter
final class StackOperation {

    private final Stack stack;
    private final TypeRegistry types;
    private final Environment environment;
    private final Scheduler scheduler;
    private final StackListener listener;

    StackOperation(StackEngine engine, Stack stack, Environment environment) {
        this.stack = stack;
        this.types = engine.getTypes();
        this.environment = environment;
        this.scheduler = engine.getScheduler();
        this.listener = engine.getListener();
    }

    ResourceType typeOf(StackResource resource) {
        return types.type(resource.type());
    }

    /** The moment, in whole milliseconds, as CloudFormation writes it. */
    String now() {
        return scheduler.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    synchronized void stackStatus(StackStatus status, @Nullable String reason) {
        stack.setStatus(status);
        stack.setStatusReason(reason);
        emit(new StackEvent(
                eventId("stack"),
                stack.getStackName(),
                stack.getStackId(),
                StackEvent.STACK_TYPE,
                now(),
                status.name(),
                reason,
                null));
        environment.save();
    }

    /** Gives a resource of the stack a new status and writes the event. */
    synchronized StackResource status(StackResource resource, ResourceStatus status, @Nullable String reason) {
        return put(resource, status, reason, true);
    }

    /** As {@link #status}, for a physical resource that is no longer, or not yet, the one of its logical id. */
    synchronized void statusOfOther(StackResource resource, ResourceStatus status, @Nullable String reason) {
        put(resource, status, reason, false);
    }

    private StackResource put(StackResource resource, ResourceStatus status, @Nullable String reason, boolean keep) {
        boolean placeholder = typeOf(resource).isPlaceholder() && !status.isFailed();
        String shown = placeholder && reason == null ? PlaceholderType.REASON : reason;
        StackResource next = resource.withStatus(status).withReason(shown).withTimestamp(now());
        if (keep) {
            stack.getResources().put(next.logicalId(), next);
        }
        emit(new StackEvent(
                eventId(next.logicalId() + "-" + status),
                next.logicalId(),
                next.physicalId(),
                next.type(),
                next.timestamp(),
                status.name(),
                shown,
                masked(next.properties()).toString()));
        if (!status.isInProgress()) {
            environment.save();
        }
        return next;
    }

    /** Changes what is kept of a resource without an event. */
    synchronized StackResource change(String logicalId, UnaryOperator<StackResource> change) {
        StackResource changed = change.apply(stack.getResources().get(logicalId));
        stack.getResources().put(logicalId, changed);
        return changed;
    }

    synchronized void forget(String logicalId) {
        stack.getResources().remove(logicalId);
    }

    synchronized void decided(Decision decision) {
        listener.decided(decision);
    }

    private void emit(StackEvent event) {
        stack.getEvents().add(event);
        listener.happened(stack, event);
    }

    private String eventId(String what) {
        String seed = stack.getStackId() + "|" + stack.getEvents().size() + "|" + what;
        String unique = UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return what.equals("stack") ? unique : what + "-" + unique;
    }

    /** Properties fit to be shown: secrets are replaced by stars. */
    private ObjectNode masked(ObjectNode properties) {
        return (ObjectNode) Texts.map(
                properties,
                "",
                (text, path) -> stack.getSecrets().stream().anyMatch(text.textValue()::contains)
                        ? TextNode.valueOf("****")
                        : text);
    }

    /** What CloudFormation shows of a failed operation. */
    static String reasonOf(Result result) {
        return "Resource handler returned message: \"" + result.message() + "\" (RequestToken: " + result.token()
                + ", HandlerErrorCode: " + result.errorCode() + ")";
    }
}
