package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** How a firewall comes into being, what of it can never change, and how it goes. */
final class FirewallLife {

    private final TargetFirewall target;

    FirewallLife(TargetFirewall target) {
        this.target = target;
    }

    void requireAbsent() {
        target.requireFirstGeneration();
        target.refuseTooManyTags();
        target.wantedMappings(List.of());
        FirewallView found;
        try {
            found = target.found();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return;
            }
            throw failure;
        }
        throw new NgfwException(
                Kind.ALREADY_EXISTS,
                "Firewall " + target.name() + " already exists (" + FirewallState.word(found) + ")");
    }

    /** After the require-absent checkpoint a duplicate can only be our own, left by an invocation that died. */
    void createOrAdopt() {
        try {
            target.api().create(atCreation());
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.ALREADY_EXISTS
                    || !isOurs(target.found().firewall())) {
                throw failure;
            }
        }
    }

    /**
     * What the create call takes. The content version it would ignore; the global rulestack takes another admin's token and
     * is associated later.
     */
    private Firewall atCreation() {
        Firewall wanted = target.wanted();
        return wanted.toBuilder()
                .subnetMappings(SubnetChange.between(List.of(), target.wantedMappings(List.of()))
                        .associate())
                .tags(TagChange.tags(target.op().tags()))
                .appIdVersion(null)
                .automaticUpgradeAppIdVersion(null)
                .globalRuleStackName(null)
                .build();
    }

    private boolean isOurs(Firewall found) {
        Firewall wanted = target.wanted();
        return Objects.equals(found.vpcId(), wanted.vpcId())
                && Objects.equals(found.endpointMode(), wanted.endpointMode());
    }

    /** The name of the endpoint service is what other resources are built on; it is a placeholder for a while. */
    Outcome untilCreated() {
        FirewallView found = target.found();
        String word = FirewallState.word(found);
        return switch (FirewallState.of(found)) {
            case FAILED -> throw target.failure(found);
            case SETTLED ->
                hasEndpointService(found.firewall())
                        ? Outcome.done()
                        : target.poll(
                                "Firewall " + target.name() + " is " + word + ", its endpoint service is not yet");
            case CHANGING, GONE -> target.poll("Firewall " + target.name() + " is " + word);
        };
    }

    private static boolean hasEndpointService(Firewall firewall) {
        String name = firewall.endpointServiceName();
        return name != null && !name.isBlank() && !name.equalsIgnoreCase("Creating");
    }

    /** And all else that would fail after the first write. */
    void refuseFixedChanges() {
        target.refuseTooManyTags();
        Firewall found = target.found().firewall();
        Firewall wanted = target.wanted();
        refuseChange("VpcId", found.vpcId(), wanted.vpcId());
        refuseChange("EndpointMode", found.endpointMode(), wanted.endpointMode());
        target.wantedMappings(SubnetChange.orNone(found.subnetMappings()));
    }

    private void refuseChange(String property, @Nullable String found, @Nullable String wanted) {
        if (found != null && wanted != null && !found.equals(wanted)) {
            throw new Refusal(
                    HandlerErrorCode.NotUpdatable,
                    property + " of firewall " + target.name() + " cannot change from " + found + " to " + wanted
                            + ": give the firewall a new FirewallName, so that a new one takes its place");
        }
    }

    /** The service refuses to delete a firewall that it is still working on. */
    Outcome startDeletion() {
        FirewallView found = target.found();
        String word = FirewallState.word(found);
        if (word.equals(FirewallState.DELETING)) {
            return Outcome.done();
        }
        if (FirewallState.of(found) == FirewallState.CHANGING) {
            return target.poll("Firewall " + target.name() + " is " + word + " and can be deleted after that");
        }
        target.api().delete();
        return Outcome.done();
    }

    /** Ends in NOT_FOUND, which is what a delete wants. A failed creation or update is no reason to give up. */
    Outcome untilAbsent() {
        FirewallView found = target.found();
        if (FirewallState.word(found).equals(FirewallState.DELETE_FAIL)) {
            throw target.failure(found);
        }
        return target.poll("Firewall " + target.name() + " is " + FirewallState.word(found));
    }
}
