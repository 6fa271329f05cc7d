package com.paloaltonetworks.cloudngfw.local.serve;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.Services;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The handlers of all types as functions: bytes in, bytes out, and waiting left out where time is virtual. */
final class Functions {

    /** More operations than anybody has under way; the oldest are forgotten, which costs them one more look. */
    private static final int MOST_OPERATIONS = 10_000;

    private final Services services;
    private final Payloads payloads;
    private final Pace pace;

    /** When operations that were told to come again may do so, by bearer token. */
    private final Map<String, Instant> due = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_OPERATIONS;
        }
    });

    Functions(Services services, Pace pace) {
        this.services = services;
        this.payloads = new Payloads(services, pace.skipsWaiting());
        this.pace = pace;
    }

    SortedSet<String> types() {
        return new TreeSet<>(services.functions().keySet());
    }

    /** The type that a function is named for, be it in an ARN and whatever the case. */
    Optional<String> typeOf(String function) {
        List<String> parts = List.of(function.toLowerCase(Locale.ROOT).split(":", -1));
        return types().stream().filter(type -> parts.contains(nameOf(type))).findFirst();
    }

    /** The name that the official tools give to what belongs to a type: {@code org-service-resource}. */
    static String nameOf(String type) {
        return type.toLowerCase(Locale.ROOT).replace("::", "-");
    }

    /**
     * One invocation.
     *
     * @param type one of {@link #types()}
     * @param event the payload, read
     * @throws IOException when the handler gives no answer
     */
    byte[] invoke(String type, ObjectNode event, byte[] payload, Context context) throws IOException {
        Supplier<RequestStreamHandler> handlers = services.functions().get(type);
        String token = event.path("bearerToken").asText("");
        Instant notBefore = due.getOrDefault(token, Instant.MIN);
        try {
            return pace.during(notBefore, () -> {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                byte[] fitted = payloads.fitted(type, event, payload);
                handlers.get().handleRequest(new ByteArrayInputStream(fitted), answer, context);
                return pace.skipsWaiting() ? withoutDelay(token, answer.toByteArray()) : answer.toByteArray();
            });
        } finally {
            services.save().run();
        }
    }

    /** Remembers the delay that an answer asks for instead of asking for it; without a token it could not be told whose. */
    private byte[] withoutDelay(String token, byte[] answer) throws IOException {
        ObjectNode event = Payloads.event(answer);
        long delay = event.path("callbackDelaySeconds").asLong(0);
        if (!event.path("status").asText().equals("IN_PROGRESS") || token.isEmpty()) {
            due.remove(token);
            return answer;
        }
        due.put(token, services.scheduler().now().plus(Duration.ofSeconds(delay)));
        return delay == 0 ? answer : Payloads.bytes(event.put("callbackDelaySeconds", 0));
    }
}
