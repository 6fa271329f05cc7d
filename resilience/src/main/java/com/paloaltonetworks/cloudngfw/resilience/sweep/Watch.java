package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.executor.NoAnswer;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** Stands around the handlers of one run: records every call that the story's operation makes, and disturbs one of them. */
@Getter
final class Watch implements Interference {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Our own ceiling (semantics I3): CloudFormation waits for 60 s. */
    private static final Duration LONGEST_INVOCATION = Duration.ofSeconds(45);

    /** How long CloudFormation waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Story story;
    private final Scheduler scheduler;
    private final @Nullable Disturbance disturbance;
    private final Canaries canaries = new Canaries();
    private final List<Point> points = new ArrayList<>();
    private final List<String> offences = new ArrayList<>();
    private final List<Snapshot.Difference> deeds = new ArrayList<>();
    private final Looks looks = new Looks();
    private final Set<String> endpoints = new HashSet<>();

    @Setter
    private Scheduler.Activities activities;

    @Setter
    private Simulator service;

    @Setter
    private boolean armed;

    private TokenCache tokens = new TokenCache();
    private int invocations;
    private int lastInvocation;
    private boolean contextLost;
    private boolean cancelled;
    private boolean met;
    private boolean impossible;
    private @Nullable Delivery delivery;

    private record Delivery(
            Platform container, Function<Platform, RequestStreamHandler> handlers, String payload, Context context) {}

    Watch(Story story, Scheduler scheduler, @Nullable Disturbance disturbance) {
        this.story = story;
        this.scheduler = scheduler;
        this.disturbance = disturbance;
    }

    @Override
    public Function<Platform, RequestStreamHandler> onInvocation(
            ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
        return container -> (in, out, context) -> {
            ObjectNode payload = (ObjectNode) JSON.readTree(in);
            canaries.learn(payload.toString());
            String logicalId =
                    payload.path("requestData").path("logicalResourceId").asText();
            boolean watched = armed && logicalId.equals(story.wanted().logicalId());
            if (watched && contextLost) {
                contextLost = false;
                payload.putNull("callbackContext");
            }
            out.write(deliver(
                    watched ? ++invocations : 0, new Delivery(container, handlers, payload.toString(), context)));
        };
    }

    private byte[] deliver(int number, Delivery what) throws IOException {
        Invocation invocation = new Invocation(number, what.container(), tokens, this::answer);
        if (number > 0) {
            delivery = what;
        }
        Instant began = scheduler.now();
        byte[] answer = disturbance != null
                        && disturbance.fault() == Fault.GHOST
                        && disturbance.point().invocation() == number
                ? outwait(invocation, what)
                : run(invocation, what);
        if (Duration.between(began, scheduler.now()).compareTo(LONGEST_INVOCATION) > 0) {
            offences.add("an invocation took "
                    + Duration.between(began, scheduler.now()).toSeconds() + " s");
        }
        if (invocation.isRepeated()) {
            run(new Invocation(0, what.container(), tokens, this::answer), what);
        }
        return answer;
    }

    private byte[] run(Invocation invocation, Delivery what) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            what.handlers()
                    .apply(invocation)
                    .handleRequest(
                            new ByteArrayInputStream(what.payload().getBytes(StandardCharsets.UTF_8)),
                            out,
                            LoggedContext.of(what.context(), this::heard));
        } catch (Invocation.ProcessDied died) {
            throw new NoAnswer("died");
        }
        if (invocation.isDead()) {
            throw new NoAnswer("died");
        }
        canaries.search("an event", out.toString(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void heard(String line) {
        canaries.search("the log", line);
        if (line.contains("Bug:")) {
            offences.add("the log says: " + line.strip());
        }
    }

    /** Runs it as an activity of its own, and goes away when it stands still for too long. */
    private byte[] outwait(Invocation invocation, Delivery what) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        activities.start(() -> {
            try {
                answers.add(run(invocation, what));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        Instant end = scheduler.now().plus(PATIENCE);
        while (answers.isEmpty() && scheduler.now().isBefore(end)) {
            scheduler.sleep(Duration.ofMillis(100));
        }
        if (answers.isEmpty()) {
            throw new NoAnswer("still runs");
        }
        return answers.get(0);
    }

    private ApiResponse answer(Invocation invocation, ApiRequest request, Transport wire) {
        canaries.learn(request);
        String name = nameOf(request);
        guardForeign(name);
        looks.called(invocation.getNumber() > 0, name);
        ApiResponse answer = isDisturbed(invocation, name)
                ? disturbance.fault().befall(new Moment(this, invocation, request, wire))
                : wire.send(request);
        canaries.learn(answer);
        return answer;
    }

    private boolean isDisturbed(Invocation invocation, String name) {
        if (!armed || invocation.getNumber() == 0) {
            return false;
        }
        int occurrence = invocation.occurrence(name);
        boolean opens = lastInvocation != invocation.getNumber();
        lastInvocation = Math.max(lastInvocation, invocation.getNumber());
        points.add(new Point(points.size() + 1, invocation.getNumber(), name, occurrence, opens, endpoints.add(name)));
        if (disturbance == null) {
            return false;
        }
        if (disturbance.point().isSame(invocation.getNumber(), name, occurrence)) {
            met = true;
            return true;
        }
        return met && disturbance.fault().lasts() && disturbance.point().call().equals(name);
    }

    private void guardForeign(String name) {
        if (!name.startsWith("GET ") && story.setting().foreign().stream().anyMatch(name::contains)) {
            offences.add("wrote to what is not its own: " + name);
        }
        if (name.endsWith("/revert")) {
            offences.add("reverted: " + name);
        }
    }

    /** Method and path, without what a query or a body says. */
    static String nameOf(ApiRequest request) {
        return String.valueOf(request.uri().getHost()).startsWith("sts.")
                ? "STS AssumeRole"
                : request.method() + " " + request.uri().getRawPath();
    }

    void died(boolean contextKept) {
        tokens = new TokenCache();
        contextLost = !contextKept;
    }

    void cancel() {
        cancelled = true;
    }

    /** What somebody else cannot do just now makes the run say nothing. */
    void act(Consumer<Simulator> act) {
        Snapshot before = Snapshot.of(service.tenant());
        try {
            act.accept(service);
        } catch (IllegalStateException refused) {
            impossible = true;
        }
        looks.edited();
        deeds.addAll(before.differencesTo(Snapshot.of(service.tenant())));
    }

    /** The same payload once more, at the same time; CloudFormation hears the first one's answer. */
    void duplicate(Invocation original) {
        Delivery what = delivery;
        Invocation second = new Invocation(0, what.container(), original.getTokenCache(), this::answer);
        activities.start(() -> {
            try {
                run(second, what);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
