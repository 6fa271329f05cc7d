package com.paloaltonetworks.cloudngfw.ngfw;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.LogDestinationConfig;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Step;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings a firewall's own settings to what is wanted: each looks at what is found and writes only the difference. */
final class FirewallSettings {

    private final TargetFirewall target;

    FirewallSettings(TargetFirewall target) {
        this.target = target;
    }

    /** What differs, as the write that ends the difference; empty when nothing does. */
    @FunctionalInterface
    interface Difference extends Function<Firewall, Optional<Runnable>> {}

    /** A change that is in force at once. */
    Step change(String name, Difference difference) {
        return Step.step(name, () -> difference.apply(target.found().firewall()).ifPresent(Runnable::run));
    }

    /**
     * A change after which the firewall is UPDATING for minutes; it takes no other of that kind meanwhile.
     *
     * @param missing what differs still once the update is complete
     */
    List<Step> lastingChange(String what, Difference difference, Difference missing) {
        return List.of(
                Step.step("change-" + what, () -> begin(difference)),
                Step.step("await-" + what, () -> untilInForce(what, difference, missing)));
    }

    private Outcome begin(Difference difference) {
        FirewallView found = target.found();
        if (FirewallState.of(found) == FirewallState.CHANGING) {
            return waitFor(found);
        }
        difference.apply(found.firewall()).ifPresent(Runnable::run);
        return Outcome.done();
    }

    /**
     * Judged by content: after an update of old that failed, a firewall says UPDATE_FAIL until the next one. Guess: a failed
     * update leaves the firewall as it was.
     */
    private Outcome untilInForce(String what, Difference difference, Difference missing) {
        FirewallView found = target.found();
        Firewall firewall = found.firewall();
        return switch (FirewallState.of(found)) {
            case CHANGING, GONE -> waitFor(found);
            case FAILED -> {
                if (difference.apply(firewall).isPresent()) {
                    throw target.failure(found);
                }
                yield Outcome.done();
            }
            case SETTLED ->
                missing.apply(firewall).isEmpty()
                        ? Outcome.done()
                        : target.poll(
                                "Firewall " + target.name() + " does not show the change of its " + what + " yet");
        };
    }

    private Outcome waitFor(FirewallView found) {
        return target.poll("Firewall " + target.name() + " is " + FirewallState.word(found));
    }

    Optional<Runnable> description(Firewall found) {
        return target.wanted(ResourceModel::getDescription, "")
                .filter(wanted -> !wanted.equals(requireNonNullElse(found.description(), "")))
                .map(wanted -> () -> target.api().describe(wanted));
    }

    Optional<Runnable> subnets(Firewall found) {
        List<SubnetMapping> present = SubnetChange.orNone(found.subnetMappings());
        SubnetChange change = SubnetChange.between(present, target.wantedMappings(present));
        Boolean multiVpc = target.wanted(ResourceModel::getMultiVpcEnable, false)
                .filter(enable -> !enable.equals(Boolean.TRUE.equals(found.multiVpcEnable())))
                .orElse(null);
        return change.isEmpty() && multiVpc == null
                ? Optional.empty()
                : Optional.of(() -> target.api().changeSubnets(change.associate(), change.disassociate(), multiVpc));
    }

    /** Both members are sent: whether the service keeps one that is left out is not known. */
    Optional<Runnable> contentVersion(Firewall found) {
        boolean automatic = wantsAutomatic(found);
        String version = wantedVersion(found, automatic);
        return automatic == isAutomatic(found) && version.equals(versionOf(found))
                ? Optional.empty()
                : Optional.of(() -> target.api().setContentVersion(version.isEmpty() ? null : version, automatic));
    }

    /** Under automatic upgrade the service may have moved the version on since it was set. */
    Optional<Runnable> missingContentVersion(Firewall found) {
        return wantsAutomatic(found) && isAutomatic(found) ? Optional.empty() : contentVersion(found);
    }

    private boolean wantsAutomatic(Firewall found) {
        return target.wanted(ResourceModel::getAutomaticUpgradeAppIdVersion, true)
                .orElse(isAutomatic(found));
    }

    /** The service's default is to upgrade. */
    private static boolean isAutomatic(Firewall found) {
        return !Boolean.FALSE.equals(found.automaticUpgradeAppIdVersion());
    }

    private static String versionOf(Firewall found) {
        return requireNonNullElse(found.appIdVersion(), "");
    }

    /** Under automatic upgrade a version that the template did not change is the service's to move on. */
    private String wantedVersion(Firewall found, boolean automatic) {
        String wanted = target.op().desired().getAppIdVersion();
        boolean unchanged = target.previous(ResourceModel::getAppIdVersion)
                .filter(former -> former.equals(wanted))
                .isPresent();
        return wanted == null || (automatic && unchanged) ? versionOf(found) : wanted;
    }

    /** A write replaces the whole profile: what the template does not name goes back as it was found. */
    void applyLogProfile() {
        Optional<List<LogDestinationConfig>> destinations = target.wanted(FirewallSettings::destinations, List.of());
        Optional<String> namespace = target.wanted(ResourceModel::getCloudWatchMetricNamespace, "");
        if (destinations.isEmpty() && namespace.isEmpty()) {
            return;
        }
        LogProfile found = target.api().logProfile();
        String metrics = namespace.orElse(requireNonNullElse(found.cloudWatchMetricNamespace(), ""));
        LogProfile merged = found.toBuilder()
                .logDestinationConfigs(destinations.orElse(orNone(found.logDestinationConfigs())))
                .cloudWatchMetricNamespace(metrics.isEmpty() ? null : metrics)
                .build();
        if (differ(found, merged)) {
            target.api().setLogProfile(merged);
        }
    }

    /** An empty list says as little as none. */
    private static @Nullable List<LogDestinationConfig> destinations(ResourceModel model) {
        List<LogDestinationConfig> named = FirewallMapper.logProfile(model).logDestinationConfigs();
        return named == null || named.isEmpty() ? null : named;
    }

    private static boolean differ(LogProfile found, LogProfile wanted) {
        return !new HashSet<>(orNone(found.logDestinationConfigs()))
                        .equals(new HashSet<>(orNone(wanted.logDestinationConfigs())))
                || !requireNonNullElse(found.cloudWatchMetricNamespace(), "")
                        .equals(requireNonNullElse(wanted.cloudWatchMetricNamespace(), ""));
    }

    private static List<LogDestinationConfig> orNone(@Nullable List<LogDestinationConfig> configs) {
        return requireNonNullElse(configs, List.of());
    }

    void applyTags() {
        TagChange.apply(target.api(), target.op().tags(), target.op().previousTags());
    }
}
