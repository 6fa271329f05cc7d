package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Judges the rulestacks that this operation has put on a firewall, and no others: what a rulestack does that was there
 * before is not this operation's doing.
 *
 * <p>The status has no word for whom it is about. It counts once it differs from the one before the association, in its
 * word, its time or its messages, or once the service has had the time to speak of the new rulestack.
 */
final class PolicyVerdict {

    /** Guess: a minute after an association the service no longer answers with the former rulestack's status. */
    private static final Duration UNTIL_REPORTED = Duration.ofMinutes(1);

    /** In place of a mark: whatever the status says now is about the new rulestack. */
    private static final String COUNTS = "";

    private final TargetFirewall target;

    PolicyVerdict(TargetFirewall target) {
        this.target = target;
    }

    /** To be called before the write that puts another rulestack in the policy's place. */
    void rememberBefore(Policy policy, FirewallView found) {
        target.marks().putIfAbsent(policy.mark(), target.isNew() ? COUNTS : mark(policy, found));
    }

    /** Both rulestacks are in force on the devices, as far as this operation has put them there. */
    Outcome untilInForce() {
        FirewallView found = target.found();
        Outcome local = judge(Policy.LOCAL, found);
        Outcome global = judge(Policy.GLOBAL, found);
        return local.isDone() ? global : local;
    }

    private Outcome judge(Policy policy, FirewallView found) {
        String rulestack = policy.wantedBy(target.op().desired());
        if (rulestack == null || !isPutHere(policy)) {
            return Outcome.done();
        }
        rememberBefore(policy, found); // when the context is lost, or the association was there before us
        if (isFormer(policy, found, rulestack)) {
            return target.poll(
                    "Firewall " + target.name() + " does not report on its new rulestack " + rulestack + " yet");
        }
        target.marks().put(policy.mark(), COUNTS);
        return judge(rulestack, policy, found);
    }

    private boolean isPutHere(Policy policy) {
        return target.isNew()
                || target.marks().containsKey(policy.mark())
                || !Objects.equals(
                        policy.wantedBy(target.op().desired()),
                        target.previous(policy::wantedBy).orElse(null));
    }

    private boolean isFormer(Policy policy, FirewallView found, String rulestack) {
        String mark = target.marks().get(policy.mark());
        boolean same = mark.endsWith(digest(policy, found))
                || !policy.of(found.firewall()).equals(rulestack);
        return !mark.equals(COUNTS)
                && same
                && target.op().platform().now().isBefore(timeOf(mark).plus(UNTIL_REPORTED));
    }

    private Outcome judge(String rulestack, Policy policy, FirewallView found) {
        String word = policy.word(found);
        if (word.equalsIgnoreCase("Success") || word.equalsIgnoreCase("Running")) {
            return Outcome.done();
        }
        if (word.equalsIgnoreCase("Failed")) {
            List<String> messages = policy.messages(found);
            throw target.failure("rulestack " + rulestack + " is Failed on it: "
                    + (messages.isEmpty() ? "the service gave no reason" : String.join("; ", messages))
                    + "; correct the rulestack, commit it, and try again");
        }
        return target.poll("Rulestack " + rulestack + " is " + (word.isBlank() ? "not yet" : word) + " on firewall "
                + target.name());
    }

    /** When and what: the milliseconds of the epoch, and a digest of the status. */
    private String mark(Policy policy, FirewallView found) {
        return target.op().platform().now().toEpochMilli() + digest(policy, found);
    }

    private static Instant timeOf(String mark) {
        return Instant.ofEpochMilli(Long.parseLong(mark.substring(0, mark.indexOf('/'))));
    }

    private static String digest(Policy policy, FirewallView found) {
        return "/" + Integer.toHexString(Objects.hash(policy.word(found), policy.time(found), policy.messages(found)));
    }
}
