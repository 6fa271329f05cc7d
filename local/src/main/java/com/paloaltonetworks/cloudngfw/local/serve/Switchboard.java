package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.Door;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.sts.SecurityTokenService;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Finds out for which service a call is. All of them share a port: the vendor's API is known by its host or its path, Lambda
 * by its path, services of the JSON protocol by {@code X-Amz-Target}, those of the query protocol by {@code Action}.
 */
final class Switchboard {

    static final String API = "/cloudngfw/";

    private final LambdaInvoke lambda;
    private final Simulator simulator;
    private final Pace pace;
    private final Runnable save;
    private final Supplier<JsonNode> overview;

    /**
     * @param save keeps what a call has changed
     * @param overview what somebody gets who asks for nothing in particular
     */
    Switchboard(LambdaInvoke lambda, Simulator simulator, Pace pace, Runnable save, Supplier<JsonNode> overview) {
        this.lambda = lambda;
        this.simulator = simulator;
        this.pace = pace;
        this.save = save;
        this.overview = overview;
    }

    Reply answer(Call call) {
        if (call.header("Origin") != null) {
            return message(403, "Web pages are not served: whoever reads one must not have it call this machine");
        }
        boolean api = Simulator.isForApiHost(call) || call.path().startsWith(API);
        if (!api && call.path().startsWith(LambdaInvoke.PREFIX)) {
            return lambda.answer(call);
        }
        if (call.body().length > HttpEndpoint.LARGEST_BODY) {
            return message(413, "Request Too Long");
        }
        if (api || isSts(call)) {
            return simulated(call);
        }
        String target = call.header("X-Amz-Target");
        if (target != null) {
            return Reply.json(
                    400,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("__type", "UnknownOperationException")
                            .put("message", target + " is not served here"));
        }
        return call.path().equals("/")
                ? Reply.json(200, overview.get())
                : message(404, "Nothing is served at " + call.path() + "; GET / lists what is");
    }

    private static boolean isSts(Call call) {
        String path = call.path();
        String signature = Objects.requireNonNullElse(call.header("Authorization"), "");
        return (path.equals("/") || path.equals("/sts"))
                && (SecurityTokenService.parameters(call).containsKey("Action")
                        || signature.contains("/sts/aws4_request"));
    }

    private Reply simulated(Call call) {
        pace.catchUp();
        Answer answer = simulator.handle(call, Door.TOOLS);
        if (!answer.delay().isZero()) {
            pace.pass(answer.delay());
        }
        if (!call.method().equals("GET")) {
            save.run();
        }
        return new Reply(answer.status(), answer.headers(), answer.body().getBytes(UTF_8), answer.dropped());
    }

    private static Reply message(int status, String message) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }
}
