package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.LambdaContext;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Invoke operation. A function of any name is there; which handler answers is decided by the payload's
 * {@code resourceType}, and where that is absent, as from {@code cfn invoke}, by the function's name.
 */
final class LambdaInvoke {

    static final String PREFIX = "/2015-03-31/functions/";

    private static final Pattern PATH = Pattern.compile(PREFIX + "([^/]+)/invocations");
    private static final int LARGEST_EVENT = 1024 * 1024;

    private final Functions functions;
    private final Executor background;
    private final String region;
    private final String account;

    /** @param background for events, whose callers do not wait */
    LambdaInvoke(Functions functions, Executor background, String region, String account) {
        this.functions = functions;
        this.background = background;
        this.region = region;
        this.account = account;
    }

    /**
     * One invocation that was asked for.
     *
     * @param tailed its log, when the caller wants to see the end of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Invocation(
            String type, ObjectNode event, byte[] payload, LambdaContext context, Optional<InvocationLog> tailed) {}

    Reply answer(Call call) {
        try {
            return switch (header(call, "X-Amz-Invocation-Type", "RequestResponse")) {
                case "RequestResponse" -> synchronous(invocation(call, HttpEndpoint.LARGEST_BODY));
                case "Event" -> asynchronous(invocation(call, LARGEST_EVENT));
                case "DryRun" -> {
                    name(call);
                    yield Reply.empty(204);
                }
                default ->
                    throw LambdaError.badParameter("X-Amz-Invocation-Type is RequestResponse, Event or DryRun, not "
                            + call.header("X-Amz-Invocation-Type"));
            };
        } catch (LambdaError refused) {
            return refused.reply();
        }
    }

    private Invocation invocation(Call call, int largest) throws LambdaError {
        String name = name(call);
        String logs = header(call, "X-Amz-Log-Type", "None").toLowerCase(Locale.ROOT);
        if (!logs.equals("none") && !logs.equals("tail")) {
            throw LambdaError.badParameter("X-Amz-Log-Type is None or Tail, not " + call.header("X-Amz-Log-Type"));
        }
        if (call.body().length > largest) {
            throw LambdaError.tooLarge(largest);
        }
        ObjectNode event = Payloads.read(call.body());
        String type = event.path("resourceType").asText("");
        if (type.isEmpty()) {
            type = functions
                    .typeOf(name)
                    .orElseThrow(
                            () -> LambdaError.unreadable("The payload names no resourceType, and the function's name"
                                    + " is not that of a type, such as "
                                    + Functions.nameOf(functions.types().first())));
        }
        String arn = name.startsWith("arn:") ? name : "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
        if (!functions.types().contains(type)) {
            throw LambdaError.notFound("Function not found: " + arn + " for the resourceType " + type + "; there are "
                    + String.join(", ", functions.types()));
        }
        String requestId = UUID.randomUUID().toString();
        InvocationLog log = new InvocationLog(requestId);
        LambdaContext context = new LambdaContext(requestId, name, arn, log::add);
        return new Invocation(
                type, event, call.body(), context, Optional.of(log).filter(tailed -> logs.equals("tail")));
    }

    private static String name(Call call) throws LambdaError {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches() || !call.method().equals("POST")) {
            throw LambdaError.unknownOperation(call.method(), call.path());
        }
        try {
            return URLDecoder.decode(path.group(1).replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw LambdaError.badParameter("The function's name is not URL-encoded: " + path.group(1));
        }
    }

    private static String header(Call call, String name, String absent) {
        return Optional.ofNullable(call.header(name))
                .filter(value -> !value.isEmpty())
                .orElse(absent);
    }

    private Reply asynchronous(Invocation invocation) {
        background.execute(() -> synchronous(invocation));
        return Reply.empty(202).with("X-Amzn-RequestId", invocation.context().getAwsRequestId());
    }

    /** As in Lambda, a handler that throws is an answer with status 200. */
    private Reply synchronous(Invocation invocation) {
        Reply reply;
        try {
            reply = Reply.of(
                    200,
                    "application/json",
                    functions.invoke(
                            invocation.type(), invocation.event(), invocation.payload(), invocation.context()));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError thrown) {
            reply = Reply.json(200, error(thrown)).with("X-Amz-Function-Error", "Unhandled");
        }
        reply = reply.with("X-Amz-Executed-Version", "$LATEST")
                .with("X-Amzn-RequestId", invocation.context().getAwsRequestId());
        return invocation.tailed().isPresent()
                ? reply.with("X-Amz-Log-Result", invocation.tailed().get().tail())
                : reply;
    }

    private static ObjectNode error(Throwable thrown) {
        ObjectNode error = JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", String.valueOf(thrown.getMessage()))
                .put("errorType", thrown.getClass().getName());
        ArrayNode trace = error.putArray("stackTrace");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            trace.add(frame.toString());
        }
        return error;
    }
}
