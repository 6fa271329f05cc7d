package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.CommitStatus;
import com.paloaltonetworks.cloudngfw.client.FirewallApi;
import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** The rulestacks of a firewall: a local one, a global one, both or none. */
final class FirewallPolicies {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Firewall WITHOUT_ANY = Firewall.builder().build();

    private final TargetFirewall target;
    private final PolicyVerdict verdict;

    FirewallPolicies(TargetFirewall target) {
        this.target = target;
        this.verdict = new PolicyVerdict(target);
    }

    /**
     * Templates name a rulestack by its literal name, so it may still be being made, and a firewall cannot be made on one
     * whose commit has not ended.
     */
    Outcome untilRulestacksAreReady() {
        return untilReadyFor(WITHOUT_ANY);
    }

    /** The same for an existing firewall, which needs to wait for rulestacks only that it does not have yet. */
    Outcome untilNewRulestacksAreReady() {
        return untilReadyFor(target.found().firewall());
    }

    private Outcome untilReadyFor(Firewall firewall) {
        Optional<String> lack = target
                .op()
                .platform()
                .inParallel(Stream.of(Policy.values())
                        .map(policy -> (Callable<Optional<String>>)
                                () -> lackOf(policy.wantedBy(target.op().desired()), policy.of(firewall)))
                        .toList())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
        if (lack.isEmpty()) {
            return Outcome.done();
        }
        if (hasWaitedLongEnough()) {
            throw new Refusal(
                    HandlerErrorCode.NotStabilized,
                    "Firewall " + target.name() + " waited " + LONGEST_WAIT.toMinutes() + " minutes, but " + lack.get()
                            + ": create the rulestack and commit it, or correct its name");
        }
        return target.poll(lack.get());
    }

    private boolean hasWaitedLongEnough() {
        Instant start = Instant.ofEpochMilli(target.op().progress().getStartedAt());
        return !target.op().platform().now().isBefore(start.plus(LONGEST_WAIT));
    }

    /** What a rulestack lacks before a firewall can take it; empty when nothing, or when the firewall has it already. */
    private Optional<String> lackOf(@Nullable String wanted, String present) {
        if (wanted == null || wanted.equals(present)) {
            return Optional.empty();
        }
        RulestackApi rulestack = target.op().ngfw().rulestack(wanted, AdminKind.FIREWALL);
        try {
            if (rulestack.read().ruleStackRunning() == null) {
                return Optional.of("rulestack " + wanted + " has not been committed yet" + lastCommit(rulestack));
            }
            return rulestack.commitStatus().pending()
                    ? Optional.of("rulestack " + wanted + " is being committed")
                    : Optional.empty();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return Optional.of("rulestack " + wanted + " does not exist");
            }
            throw failure;
        }
    }

    private static String lastCommit(RulestackApi rulestack) {
        CommitStatus commit = rulestack.commitStatus();
        return commit.failed() ? " (its last commit failed: " + String.join("; ", commit.commitMessages()) + ")" : "";
    }

    /** Puts the wanted rulestack in the policy's place, or takes away the one that the template no longer names. */
    void associate(Policy policy) {
        FirewallView found = target.found();
        write(policy, policy.of(found.firewall())).ifPresent(write -> {
            verdict.rememberBefore(policy, found);
            carryOut(write);
        });
    }

    /** That the rulestack is gone must not look as if the firewall were: CloudFormation would forget it. */
    private void carryOut(Runnable write) {
        try {
            write.run();
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.NOT_FOUND) {
                throw failure;
            }
            target.found();
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "Firewall " + target.name() + " cannot get its rulestack: " + failure.getMessage()
                            + "; create the rulestack and commit it, or name another");
        }
    }

    /** The empty name takes the local rulestack away; guess, after the vendor's own tools. */
    private Optional<Runnable> write(Policy policy, String present) {
        return target.wanted(policy::wantedBy, "")
                .filter(wanted -> !wanted.equals(present))
                .map(wanted -> switch (policy) {
                    case LOCAL ->
                        wanted.isEmpty()
                                ? this::removeLocal
                                : () -> target.api().associate(wanted);
                    case GLOBAL ->
                        wanted.isEmpty()
                                ? this::removeGlobal
                                : () -> asGlobalAdmin(firewall -> firewall.associateGlobal(wanted));
                });
    }

    private void removeLocal() {
        try {
            target.api().associate("");
        } catch (NgfwException refused) {
            if (refused.getKind() != Kind.INVALID) {
                throw refused;
            }
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "The service does not take the local rulestack away from firewall " + target.name()
                            + ": name another RuleStackName, such as one without rules (" + refused.getMessage() + ")");
        }
    }

    /** That it is gone already is the answer to a call whose first answer was lost. */
    private void removeGlobal() {
        try {
            asGlobalAdmin(FirewallApi::disassociateGlobal);
        } catch (NgfwException failure) {
            String left = Policy.GLOBAL.of(target.found().firewall());
            if (failure.getKind() != Kind.NOT_FOUND || !left.isEmpty()) {
                throw failure;
            }
        }
    }

    /** The vendor's tables ask for the global rulestack admin, the vendor's tools call as firewall admin. */
    private void asGlobalAdmin(Consumer<FirewallApi> write) {
        try {
            write.accept(target.api(AdminKind.GLOBAL_RULESTACK));
        } catch (NgfwException denied) {
            if (denied.getKind() != Kind.DENIED) {
                throw denied;
            }
            try {
                write.accept(target.api(AdminKind.FIREWALL));
            } catch (NgfwException second) {
                throw second.getKind() == Kind.DENIED ? denied : second;
            }
        }
    }

    /** A rulestack is in force only when the firewall's devices have it. */
    Outcome untilInForce() {
        return verdict.untilInForce();
    }
}
