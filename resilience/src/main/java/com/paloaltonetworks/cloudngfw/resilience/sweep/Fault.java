package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.ThirdParty.Act;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may go wrong at a call, each as a few words to the {@link Moment}. */
@SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
enum Fault {
    REQUEST_LOST("answer lost before the effect", Scope.EVERY_CALL, m -> {
        throw m.timedOut();
    }),
    ANSWER_LOST("answer lost after the effect", Scope.EVERY_CALL, m -> {
        m.send();
        throw m.reset();
    }),
    TIMED_OUT("time-out", Scope.EVERY_CALL, m -> {
        m.send();
        throw m.timedOut();
    }),
    LATE_EFFECT("effect after the time-out", Scope.WRITES, m -> {
        m.sendLate();
        throw m.timedOut();
    }),
    RESET("connection reset", Scope.EVERY_CALL, m -> {
        throw m.reset();
    }),
    THROTTLED_BY_GATEWAY(
            "429 of the gateway", Scope.EVERY_CALL, m -> m.refused(429, "Too Many Requests", "Throttling")),
    THROTTLED(
            "429 in the envelope",
            Scope.API_CALLS,
            m -> m.refusedInEnvelope(429, 429, "Throttling: too many requests")),
    SERVER_ERROR(
            "500", Scope.EVERY_CALL, m -> m.refusedInEnvelope(500, 500, "InternalServerError: something went wrong")),
    UNAVAILABLE(
            "503",
            Scope.EVERY_CALL,
            m -> m.answered(503, "<html><body><h1>503 Service Unavailable</h1></body></html>")),
    MALFORMED("malformed answer", Scope.EVERY_CALL, Moment::cutShort),
    PASSING_ERROR(
            "HTTP 200 with a passing error code",
            Scope.API_CALLS,
            m -> m.refusedInEnvelope(200, 500, "InternalServerError: something went wrong")),
    LASTING_ERROR(
            "HTTP 200 with a lasting error code",
            Scope.API_CALLS,
            m -> m.refusedInEnvelope(200, 400, "invalid request: no such luck")),
    UNAUTHORIZED("401", Scope.BEARER_CALLS, m -> m.refused(401, "Unauthorized", "")),
    TOKENS_EXPIRED("expired token", Scope.BEARER_CALLS, m -> {
        m.expireTokens();
        return m.send();
    }),
    FORBIDDEN("403", Scope.EVERY_CALL, m -> m.refused(403, "Forbidden", "AccessDenied")),
    OVERTAKEN("UpdateToken conflict", Scope.PUTS_WITH_TOKEN, Moment::overtaken),
    DIES_BEFORE("killed before the call, context kept", Scope.EVERY_CALL, m -> {
        m.die(true);
        throw new Invocation.ProcessDied();
    }),
    DIES_BEFORE_FORGETTING("killed before the call, context lost", Scope.CHANGES, m -> {
        m.die(false);
        throw new Invocation.ProcessDied();
    }),
    DIES_AFTER("killed after the call, context kept", Scope.EVERY_CALL, m -> {
        ApiResponse answer = m.send();
        m.die(true);
        return answer;
    }),
    DIES_AFTER_FORGETTING("killed after the call, context lost", Scope.CHANGES, m -> {
        ApiResponse answer = m.send();
        m.die(false);
        return answer;
    }),
    TWICE_IN_TURN("the invocation twice in turn", Scope.FIRST_CALLS, m -> {
        m.repeatInvocation();
        return m.send();
    }),
    TWICE_AT_ONCE("the invocation a second time from here on", Scope.EVERY_CALL, m -> {
        m.duplicateInvocation();
        return m.send();
    }),
    GHOST("stands still, invoked again, goes on", Scope.EVERY_CALL, m -> {
        m.outliveCloudFormationsPatience();
        return m.send();
    }),
    CANCELLED("cancelled and rolled back", Scope.CANCELLABLE, m -> {
        m.cancel();
        return m.send();
    }),
    FOREIGN_EDIT("somebody edits a foreign entry", Scope.CHANGES, Act.FOREIGN_EDIT),
    OWN_EDIT("somebody edits our entry", Scope.CHANGES, Act.OWN_EDIT),
    COMMIT("somebody commits", Scope.CHANGES, Act.COMMIT),
    REVERT("somebody reverts", Scope.CHANGES, Act.REVERT),
    REMOVED("somebody deletes the rulestack or firewall", Scope.EVERY_CALL, Act.REMOVAL),
    RULESTACK_REMOVED("somebody deletes the firewall's rulestack", Scope.CHANGES, Act.RULESTACK_REMOVAL),
    FORBIDDEN_UNTIL_ROLLBACK(
            "403 until the rollback", Scope.ENDPOINTS, m -> m.refused(403, "Forbidden", "AccessDenied")),
    SERVER_ERROR_UNTIL_ROLLBACK(
            "500 until the rollback",
            Scope.ENDPOINTS,
            m -> m.refusedInEnvelope(500, 500, "InternalServerError: something went wrong"));

    private final String label;
    private final Scope scope;
    private final Function<Moment, ApiResponse> effect;
    private final @Nullable Act act;

    Fault(String label, Scope scope, Function<Moment, ApiResponse> effect) {
        this(label, scope, effect, null);
    }

    /** Somebody else does something before the call. */
    Fault(String label, Scope scope, Act act) {
        this(
                label,
                scope,
                m -> {
                    m.act(act);
                    return m.send();
                },
                act);
    }

    Fault(String label, Scope scope, Function<Moment, ApiResponse> effect, @Nullable Act act) {
        this.label = label;
        this.scope = scope;
        this.effect = effect;
        this.act = act;
    }

    /** What the caller meets; may throw as the network does. */
    ApiResponse befall(Moment moment) {
        return effect.apply(moment);
    }

    boolean mayBefall(Story story, Point point) {
        return scope.takes(story, point)
                && (act == null || story.setting().somebody().can(act));
    }

    /** Whether later calls to the same address meet it too. */
    boolean lasts() {
        return scope == Scope.ENDPOINTS;
    }

    /** With which codes an operation may fail of it; none where it has given up too early. */
    Set<String> codes(Story story, Point point) {
        return switch (this) {
            case FORBIDDEN -> point.asksForKeys() ? Set.of("AccessDenied") : Set.of();
            case LASTING_ERROR -> Set.of(point.asksForKeys() ? "AccessDenied" : "InvalidRequest");
            case FOREIGN_EDIT ->
                story.wanted().kind() == ResourceKind.SECURITY_RULE ? Set.of("InvalidRequest") : Set.of();
            case REMOVED ->
                switch (story.action()) {
                    case CREATE, UPDATE, DELETE -> Set.of("NotFound", "InvalidRequest");
                    case READ, LIST -> Set.of("NotFound");
                };
            case RULESTACK_REMOVED -> Set.of("NotStabilized", "InvalidRequest");
            case FORBIDDEN_UNTIL_ROLLBACK -> Set.of("AccessDenied");
            case SERVER_ERROR_UNTIL_ROLLBACK -> Set.of("ServiceInternalError", "NotStabilized");
            default -> Set.of();
        };
    }

    /** Whether somebody else removes something as a whole. */
    boolean removes() {
        return act == Act.REMOVAL || act == Act.RULESTACK_REMOVAL;
    }

    /** Whether the callback context is lost with the process. */
    boolean losesContext() {
        return this == DIES_BEFORE_FORGETTING || this == DIES_AFTER_FORGETTING;
    }

    @Override
    public String toString() {
        return label;
    }

    /** At which calls of which operations a fault is tried. */
    @SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
    private enum Scope {
        EVERY_CALL(point -> true),
        API_CALLS(point -> !point.call().startsWith("STS ")),
        BEARER_CALLS(point -> !point.call().startsWith("STS ") && !point.call().contains("/mgmt/tokens/")),
        WRITES(Point::isWrite),
        /** Those of firewalls are sent without one. */
        PUTS_WITH_TOKEN(
                point -> point.call().startsWith("PUT ") && !point.call().contains("/ngfirewalls/")),
        FIRST_CALLS(Point::opensInvocation),
        /** Each address when it is called first, and when it is called first after the last write. */
        ENDPOINTS(Point::opensEndpoint),
        CHANGES(point -> true),
        CANCELLABLE(point -> true);

        private final Predicate<Point> points;

        Scope(Predicate<Point> points) {
            this.points = points;
        }

        private boolean takes(Story story, Point point) {
            boolean operation = switch (this) {
                case CHANGES -> story.action().isChange();
                case CANCELLABLE -> story.action() == Story.Action.CREATE || story.action() == Story.Action.UPDATE;
                default -> true;
            };
            return operation && points.test(point);
        }
    }
}
