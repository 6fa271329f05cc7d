package com.paloaltonetworks.cloudngfw.simulator.fault;

import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitFails;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitTakes;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.Effect;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.FirewallFails;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are armed; each goes off as often as it says and is then gone. */
public final class Faults {
    private final List<FaultRule> armed = new ArrayList<>();

    /** The answer of the next matching request is lost after it was carried out. */
    public Faults dropAnswerOf(String match) {
        return add(match, 1, Effect.DROP_ANSWER);
    }

    /** The next matching request is lost before it is carried out. */
    public Faults dropRequest(String match) {
        return add(match, 1, Effect.DROP_REQUEST);
    }

    public Faults throttle(String match, int times) {
        return add(match, times, Effect.THROTTLE);
    }

    public Faults throttleAtGateway(String match, int times) {
        return add(match, times, Effect.GATEWAY_429);
    }

    public Faults failWith500(String match, int times) {
        return add(match, times, Effect.HTTP_500);
    }

    /** All tokens issued up to the next request are expired when it is looked at. */
    public Faults expireTokens() {
        return add("*", 1, Effect.EXPIRE_TOKENS);
    }

    public Faults delay(String match, Duration delay) {
        return add(new RequestFault(match, 0, 1, Effect.DELAY, delay));
    }

    public Faults failNextCommit(String rulestack, String message) {
        return add(new CommitFails(rulestack, message, 1));
    }

    /** The next accepted commit of the rulestack takes this long. */
    public Faults nextCommitTakes(String rulestack, Duration duration) {
        return add(new CommitTakes(rulestack, duration, 1));
    }

    /** The next transition, of any firewall, that could end in this status does; {@code Failed} stands for a device push. */
    public Faults failFirewall(String status, String reason) {
        if (!FirewallFails.STATUSES.contains(status)) {
            throw new IllegalArgumentException(status + " is none of " + FirewallFails.STATUSES);
        }
        return add(new FirewallFails(null, status, reason, 1));
    }

    public synchronized Faults add(FaultRule rule) {
        armed.add(rule);
        return this;
    }

    private Faults add(String match, int times, Effect effect) {
        return add(new RequestFault(match, 0, times, effect, Duration.ZERO));
    }

    public synchronized Faults clear() {
        armed.clear();
        return this;
    }

    /** What is still armed. */
    public synchronized List<FaultRule> armed() {
        return List.copyOf(armed);
    }

    /** The fault that befalls a request, used up by asking; other matching faults count it as passed. */
    public synchronized Optional<RequestFault> befalling(String request) {
        RequestFault found = null;
        for (ListIterator<FaultRule> each = armed.listIterator(); each.hasNext(); ) {
            if (each.next() instanceof RequestFault fault && matches(fault.match(), request)) {
                if (fault.skip() > 0) {
                    each.set(fault.withSkip(fault.skip() - 1));
                } else if (found == null) {
                    found = fault;
                    useUp(each, fault);
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The message with which an accepted commit shall fail. */
    public synchronized Optional<String> commitFailure(String rulestack) {
        return take(CommitFails.class, fails -> fails.rulestack().equals(rulestack))
                .map(CommitFails::message);
    }

    /** How long an accepted commit takes if not as long as all others. */
    public synchronized Optional<Duration> commitDuration(String rulestack) {
        return take(CommitTakes.class, takes -> takes.rulestack().equals(rulestack))
                .map(CommitTakes::duration);
    }

    /** The reason for which a firewall's transition shall end in the failed status. */
    public synchronized Optional<String> firewallFailure(String firewall, String status) {
        return take(
                        FirewallFails.class,
                        fails -> fails.status().equals(status)
                                && (fails.firewall() == null || firewall.equals(fails.firewall())))
                .map(FirewallFails::reason);
    }

    private <T extends FaultRule> Optional<T> take(Class<T> type, Predicate<T> wanted) {
        for (ListIterator<FaultRule> each = armed.listIterator(); each.hasNext(); ) {
            FaultRule rule = each.next();
            if (type.isInstance(rule) && wanted.test(type.cast(rule))) {
                useUp(each, rule);
                return Optional.of(type.cast(rule));
            }
        }
        return Optional.empty();
    }

    private static void useUp(ListIterator<FaultRule> at, FaultRule rule) {
        if (rule.times() <= 1) {
            at.remove();
        } else {
            at.set(rule.withTimes(rule.times() - 1));
        }
    }

    /** Segment by segment, so that a template matches as well as one concrete path. */
    static boolean matches(String match, String request) {
        if (match.equals("*")) {
            return true;
        }
        String[] wanted = match.split("[ /]", -1);
        String[] given = request.split("[ /]", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean any = wanted[i].equals("*") || wanted[i].startsWith("{");
            if (!any && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
