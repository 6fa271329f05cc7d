package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationStatus;
import com.paloaltonetworks.cloudngfw.simulator.Timings;
import com.paloaltonetworks.cloudngfw.simulator.signature.SigV4;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Push;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Transition;
import com.paloaltonetworks.cloudngfw.simulator.store.Transition.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a firewall changes with time: its transitions, and the pushes of rulestacks to its devices. */
final class FirewallLife {
    /** Guess: in this order, in equal parts of the time a push takes. */
    private static final List<String> PUSH_STAGES =
            List.of("Precommit", "PrecommitDone", "PrevalidateDone", "Committing");

    private static final DateTimeFormatter COMMIT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Backend backend;

    FirewallLife(Backend backend) {
        this.backend = backend;
    }

    void begin(Firewall firewall, Kind kind, @Nullable ObjectNode before) {
        Timings timings = backend.world().timings();
        Duration takes = switch (kind) {
            case CREATE -> timings.firewallCreate();
            case UPDATE -> timings.firewallUpdate();
            case DELETE -> timings.firewallDelete();
        };
        String failure = backend.faults()
                .firewallFailure(firewall.getName(), kind.failed)
                .orElse(null);
        firewall.setStatus(kind.underWay);
        firewall.setFailureReason(null);
        firewall.setTransition(new Transition(kind, backend.now().plus(takes), failure, before));
    }

    void refuseInTransition(Firewall firewall) {
        if (firewall.getTransition() != null) {
            throw ApiError.invalidOperation("firewall " + firewall.getName() + " is " + firewall.getStatus());
        }
    }

    /** A rulestack goes to the devices from now on, or from when they are there. */
    void push(Firewall firewall, boolean global, Instant at) {
        Transition transition = firewall.getTransition();
        boolean creating = transition != null && transition.kind() == Kind.CREATE;
        push(firewall, global, creating && transition.endsAt().isAfter(at) ? transition.endsAt() : at, null);
    }

    /** Another rulestack than the present one goes to the devices. */
    void pushAnother(Firewall firewall, boolean global) {
        Push present = firewall.push(global);
        if (present == null || backend.api().associationStatus() == AssociationStatus.PROMPT) {
            push(firewall, global, backend.now());
        } else {
            Instant start = backend.now().plus(backend.world().timings().devicePush());
            push(firewall, global, start, present.withoutFormer());
        }
    }

    private void push(Firewall firewall, boolean global, Instant start, @Nullable Push former) {
        String failure =
                backend.faults().firewallFailure(firewall.getName(), "Failed").orElse(null);
        Instant end = start.plus(backend.world().timings().devicePush());
        firewall.setPush(global, new Push(start, end, failure, former));
    }

    void pushToAll(Rulestack committed, Instant at) {
        backend.tenant().firewallsOf(committed).forEach(firewall -> push(firewall, committed.isGlobal(), at));
    }

    /** Guess: a link takes as long as a push, and its words are those of API version 2. */
    void link(Firewall firewall) {
        firewall.setLinkedAt(backend.now().plus(backend.world().timings().devicePush()));
    }

    /** The resource as it is now, its tags not inside. */
    ObjectNode shown(Firewall firewall) {
        ObjectNode resource = firewall.getResource().deepCopy();
        if (resource.has("LinkId")) {
            Instant linkedAt = firewall.getLinkedAt();
            boolean active = linkedAt == null || !backend.now().isBefore(linkedAt);
            resource.put("LinkStatus", active ? "Active" : "Updating");
        }
        return resource;
    }

    /** Finishes what has come to its end by now. */
    void advance(Firewall firewall, Instant now) {
        Transition transition = firewall.getTransition();
        if (transition == null || now.isBefore(transition.endsAt())) {
            return;
        }
        firewall.setTransition(null);
        if (transition.failure() != null) {
            fail(firewall, transition);
        } else if (transition.kind() == Kind.DELETE) {
            backend.tenant().remove(firewall);
        } else {
            firewall.setStatus(transition.kind().complete);
            if (transition.kind() == Kind.CREATE) {
                ObjectNode resource = firewall.getResource().deepCopy();
                firewall.setResource(resource.put("EndpointServiceName", serviceName(firewall)));
            }
        }
    }

    /** Guess: a failed creation never reaches the devices, a failed update leaves the firewall as it was. */
    private static void fail(Firewall firewall, Transition transition) {
        firewall.setStatus(transition.kind().failed);
        firewall.setFailureReason(transition.failure());
        if (transition.before() != null) {
            firewall.setResource(transition.before());
        }
        if (transition.kind() == Kind.CREATE) {
            firewall.setPush(false, null);
            firewall.setPush(true, null);
        }
    }

    private static String serviceName(Firewall firewall) {
        return "com.amazonaws.vpce." + firewall.getRegion() + ".vpce-svc-" + hash(firewall, "service");
    }

    private static String hash(Firewall firewall, String what) {
        return "0"
                + SigV4.sha256(firewall.getRegion() + firewall.getName() + what).substring(0, 16);
    }

    ObjectNode status(Firewall firewall) {
        Instant now = backend.now();
        ObjectNode status = Json.object().put("FirewallStatus", firewall.getStatus());
        if (firewall.getFailureReason() != null) {
            status.put("FailureReason", firewall.getFailureReason());
        }
        putPush(status, firewall, false, now);
        if (firewall.rulestack(true) != null) {
            putPush(status, firewall, true, now);
        }
        status.set("Attachments", attachments(firewall));
        return status;
    }

    private static void putPush(ObjectNode status, Firewall firewall, boolean global, Instant now) {
        Push latest = firewall.push(global);
        Push push = latest == null ? null : latest.reportedAt(now);
        String prefix = global ? "Global" : "";
        status.put(prefix + "RuleStackStatus", pushStatus(push, now));
        status.set(prefix + "RuleStackCommitInfo", commitInfo(push, now));
    }

    private static String pushStatus(@Nullable Push push, Instant now) {
        if (push == null || now.isBefore(push.startsAt())) {
            return "";
        }
        if (!now.isBefore(push.endsAt())) {
            return push.failure() == null ? "Success" : "Failed";
        }
        long whole = Duration.between(push.startsAt(), push.endsAt()).toMillis();
        long gone = Duration.between(push.startsAt(), now).toMillis();
        return PUSH_STAGES.get((int) (gone * PUSH_STAGES.size() / whole));
    }

    /** There from the start; its time, rounded up to a second, is always later than the call that caused it. */
    private static ObjectNode commitInfo(@Nullable Push push, Instant now) {
        ObjectNode info = Json.object();
        ArrayNode messages = info.putArray("CommitMessages");
        boolean over = push != null && !now.isBefore(push.endsAt());
        info.put(
                "CommitTS",
                over
                        ? COMMIT_TIME.format(
                                push.endsAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                        : "");
        if (over && push.failure() != null) {
            messages.add(push.failure());
        }
        return info;
    }

    /** Service-managed firewalls get an endpoint per subnet; customers make their own, elsewhere. */
    private static ArrayNode attachments(Firewall firewall) {
        ArrayNode attachments = Json.array(List.of());
        boolean made = !firewall.getStatus().equals(Kind.CREATE.underWay)
                && !firewall.getStatus().equals(Kind.CREATE.failed);
        if (!made || !firewall.getResource().path("EndpointMode").asText().equals("ServiceManaged")) {
            return attachments;
        }
        Transition transition = firewall.getTransition();
        ObjectNode settled =
                transition == null || transition.before() == null ? firewall.getResource() : transition.before();
        List<String> known = settled.path("SubnetMappings").findValuesAsText("SubnetId");
        firewall.getResource().path("SubnetMappings").forEach(mapping -> {
            String subnet = mapping.path("SubnetId").asText();
            attachments
                    .addObject()
                    .put("EndpointId", "vpce-" + hash(firewall, subnet))
                    .put("Status", known.contains(subnet) ? "ACCEPTED" : "PENDING")
                    .put("SubnetId", subnet)
                    .put("AccountId", firewall.getAccountId())
                    .put("VpcId", firewall.getResource().path("VpcId").asText());
        });
        return attachments;
    }
}
