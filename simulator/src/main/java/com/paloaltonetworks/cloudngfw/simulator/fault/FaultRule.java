package com.paloaltonetworks.cloudngfw.simulator.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Members;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that shall go wrong, as data; one item of the world's {@code Faults}. */
public sealed interface FaultRule {
    /** How often it still happens. */
    int times();

    FaultRule withTimes(int left);

    ObjectNode toJson();

    /** What happens to a request. */
    enum Effect {
        /** Carried out, then the connection ends without an answer. */
        DROP_ANSWER,
        /** The connection ends before anything is carried out. */
        DROP_REQUEST,
        /** The service's envelope with class Throttling. */
        THROTTLE,
        /** The service's envelope with class InternalServerError, status 500. */
        HTTP_500,
        /** The gateway's 429. */
        GATEWAY_429,
        /** Every token issued so far expires, then the request is handled. */
        EXPIRE_TOKENS,
        /** Carried out, answered late. */
        DELAY
    }

    /**
     * A fault of the wire.
     *
     * @param match {@code METHOD /path}, where {@code {}} or {@code {anything}} stands for one segment and {@code *} for everything
     * @param skip how many matching requests pass unharmed first
     */
    record RequestFault(String match, int skip, int times, Effect effect, Duration delay) implements FaultRule {
        @Override
        public RequestFault withTimes(int left) {
            return new RequestFault(match, skip, left, effect, delay);
        }

        RequestFault withSkip(int left) {
            return new RequestFault(match, left, times, effect, delay);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("Match", match).put("Skip", skip).put("Times", times).put("Effect", Members.word(effect));
            return delay.isZero() ? json : json.put("DelayMillis", delay.toMillis());
        }
    }

    /** Accepted commits of a rulestack that end Failed with this message. */
    record CommitFails(String rulestack, String message, int times) implements FaultRule {
        @Override
        public CommitFails withTimes(int left) {
            return new CommitFails(rulestack, message, left);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("CommitFails")
                    .put("Rulestack", rulestack)
                    .put("Message", message)
                    .put("Times", times);
            return json;
        }
    }

    /** Accepted commits of a rulestack that take longer or shorter than the world's commits do. */
    record CommitTakes(String rulestack, Duration duration, int times) implements FaultRule {
        @Override
        public CommitTakes withTimes(int left) {
            return new CommitTakes(rulestack, duration, left);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("CommitTakes")
                    .put("Rulestack", rulestack)
                    .put("Seconds", duration.toSeconds())
                    .put("Times", times);
            return json;
        }
    }

    /**
     * Firewall transitions that end in {@code CREATE_FAIL}, {@code UPDATE_FAIL} or {@code DELETE_FAIL}, or, with status
     * {@code Failed}, pushes of a rulestack to a firewall's devices that fail.
     *
     * @param firewall null for any
     */
    record FirewallFails(@Nullable String firewall, String status, String reason, int times) implements FaultRule {
        static final List<String> STATUSES = List.of("CREATE_FAIL", "UPDATE_FAIL", "DELETE_FAIL", "Failed");

        @Override
        public FirewallFails withTimes(int left) {
            return new FirewallFails(firewall, status, reason, left);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ObjectNode inner = json.putObject("FirewallFails");
            if (firewall != null) {
                inner.put("Firewall", firewall);
            }
            inner.put("Status", status).put("Reason", reason).put("Times", times);
            return json;
        }
    }

    /** Reads one item of the world's list. */
    static FaultRule read(Members in) {
        if (in.has("CommitFails")) {
            return in.object("CommitFails", FaultRule::commitFails);
        }
        if (in.has("CommitTakes")) {
            return in.object("CommitTakes", FaultRule::commitTakes);
        }
        if (in.has("FirewallFails")) {
            return in.object("FirewallFails", FaultRule::firewallFails);
        }
        String match = in.text("Match", "");
        if (match.isEmpty()) {
            in.problem("Match", "is needed, or CommitFails, CommitTakes or FirewallFails");
        }
        if (!in.has("Effect")) {
            in.problem("Effect", "is needed");
        }
        return new RequestFault(
                match,
                in.whole("Skip", 0),
                in.whole("Times", 1),
                in.word("Effect", Effect.DROP_ANSWER),
                Duration.ofMillis(in.whole("DelayMillis", 0)));
    }

    private static String rulestack(Members in) {
        if (!in.has("Rulestack")) {
            in.problem("Rulestack", "is needed");
        }
        return in.text("Rulestack", "");
    }

    private static CommitTakes commitTakes(Members in) {
        return new CommitTakes(rulestack(in), Duration.ofSeconds(in.whole("Seconds", 0)), in.whole("Times", 1));
    }

    private static CommitFails commitFails(Members in) {
        return new CommitFails(rulestack(in), in.text("Message", "Commit failed on a device"), in.whole("Times", 1));
    }

    private static FirewallFails firewallFails(Members in) {
        String status = in.text("Status", "");
        if (!FirewallFails.STATUSES.contains(status)) {
            in.problem("Status", "must be one of " + FirewallFails.STATUSES);
        }
        return new FirewallFails(
                in.optionalText("Firewall"), status, in.text("Reason", "Insufficient capacity"), in.whole("Times", 1));
    }
}
