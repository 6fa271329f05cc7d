package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/**
 * Stands around the handlers of one run: sees every call, has those of the story's operation recorded, and disturbs one of
 * them.
 */
final class Watch implements Interference {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Getter
    private final Story story;

    @Getter
    private final Scheduler scheduler;

    private final @Nullable Disturbance disturbance;

    @Getter
    private final Canaries canaries = new Canaries();

    @Getter
    private final List<String> offences = new ArrayList<>();

    @Getter
    private final List<Snapshot.Difference> deeds = new ArrayList<>();

    @Getter
    private final Looks looks = new Looks();

    private final CallRecord calls = new CallRecord();
    private final Courier courier;

    @Getter
    private Scheduler.Activities activities;

    @Getter
    @Setter
    private Simulator service;

    @Setter
    private boolean armed;

    private int invocations;
    private boolean contextLost;

    @Getter
    private boolean cancelled;

    @Getter
    private boolean met;

    @Getter
    private boolean impossible;

    Watch(Story story, Scheduler scheduler, @Nullable Disturbance disturbance) {
        this.story = story;
        this.scheduler = scheduler;
        this.disturbance = disturbance;
        this.courier = new Courier(scheduler, canaries, offences, this::answer);
    }

    void setActivities(Scheduler.Activities activities) {
        this.activities = activities;
        courier.setActivities(activities);
    }

    List<Point> getPoints() {
        return calls.points();
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
            Parcel parcel = new Parcel(container, handlers, payload.toString(), context);
            out.write(watched ? deliver(++invocations, parcel) : courier.deliver(parcel));
        };
    }

    private byte[] deliver(int number, Parcel parcel) throws IOException {
        boolean standsStill = disturbance != null
                && disturbance.fault() == Fault.GHOST
                && disturbance.point().invocation() == number;
        return courier.deliver(number, parcel, standsStill);
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
        Point point = calls.add(invocation, name);
        if (disturbance == null) {
            return false;
        }
        if (disturbance.point().isSame(invocation.getNumber(), name, point.occurrence())) {
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
        courier.processDied();
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

    void duplicate() {
        courier.duplicate();
    }
}
