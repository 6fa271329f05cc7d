package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.Batch;
import com.paloaltonetworks.cloudngfw.client.FirewallApi;
import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.TenantGeneration;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** The firewall that one operation is about: what is wanted of it, and what is found. */
final class TargetFirewall {

    private static final double POLL_SECONDS = 30;
    private static final double POLL_JITTER = 10;
    private static final int MOST_TAGS = 50;

    private final Operation<ResourceModel> op;
    private final ResourceModel identifier;

    TargetFirewall(Operation<ResourceModel> op) {
        this(op, op.desired());
    }

    /** @param identifier names the firewall when the operation itself does not, as a listing */
    TargetFirewall(Operation<ResourceModel> op, ResourceModel identifier) {
        this.op = op;
        this.identifier = identifier;
    }

    Operation<ResourceModel> op() {
        return op;
    }

    String name() {
        return identifier.getFirewallName();
    }

    FirewallApi api() {
        return api(AdminKind.FIREWALL);
    }

    FirewallApi api(AdminKind admin) {
        return op.ngfw().firewalls(admin).firewall(name(), identifier.getAccountId());
    }

    /** The firewall in the service; NOT_FOUND when there is none, or no more. */
    FirewallView found() {
        FirewallView found = api().read();
        if (FirewallState.of(found) == FirewallState.GONE) {
            throw new NgfwException(Kind.NOT_FOUND, "firewall " + name() + " does not exist");
        }
        return found;
    }

    /** The whole firewall, in three calls, two of them at once: READ has half a minute, and a token comes first. */
    ResourceModel read() {
        FirewallView found = found();
        Batch batch = new Batch();
        Supplier<LogProfile> logs = batch.add(() -> api().logProfile());
        Supplier<List<Tag>> tags = batch.add(() -> api().tags());
        batch.make(op.platform());
        return FirewallMapper.toModel(found, logs.get(), tags.get()).toBuilder()
                .firewallName(name())
                .accountId(identifier.getAccountId())
                .build();
    }

    Optional<ResourceModel> readIfPresent() {
        try {
            return Optional.of(read());
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The firewall as the template wants it. */
    Firewall wanted() {
        return FirewallMapper.toApi(op.desired());
    }

    /**
     * What the template wants of an optional property. Empty when neither the wanted nor the previous template names it:
     * then it is not ours, and what the service holds stays.
     *
     * @param otherwise what to set when only the previous template names it
     */
    <T> Optional<T> wanted(Function<ResourceModel, @Nullable T> property, T otherwise) {
        Optional<T> desired = Optional.ofNullable(property.apply(op.desired()));
        return desired.isPresent() ? desired : previous(property).map(former -> otherwise);
    }

    /**
     * Where the firewall has to be, given where it is.
     *
     * @throws Refusal when the template leaves it no place
     */
    List<SubnetMapping> wantedMappings(List<SubnetMapping> found) {
        List<SubnetMapping> wanted = new WantedMappings(op.desired()).on(found);
        if (wanted.isEmpty()) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "/SubnetMappings: the three lists of mappings leave firewall " + name() + " no place: name in"
                            + " SubnetMappings at least one that DisassociateSubnetMappings does not take out");
        }
        return wanted;
    }

    /** What the template named before this update. */
    <T> Optional<T> previous(Function<ResourceModel, @Nullable T> property) {
        return Optional.ofNullable(op.previous()).map(property);
    }

    /** Whether the firewall is made by this operation. */
    boolean isNew() {
        return op.previous() == null;
    }

    /** Short notes of what was seen before a write, for the invocations to come. */
    Map<String, String> marks() {
        return op.progress().getMarks();
    }

    /** Comes back in half a minute or so. */
    Outcome poll(String message) {
        op.progress().getDeploy().setLastSeen(message);
        double seconds = POLL_SECONDS + POLL_JITTER * (op.platform().chance() - 0.5);
        return Outcome.waitFor(Duration.ofSeconds(Math.round(seconds)), message);
    }

    /** A failure that is over only when somebody does something about it. */
    Refusal failure(String message) {
        return new Refusal(HandlerErrorCode.GeneralServiceException, "Firewall " + name() + ": " + message);
    }

    /** The vendor's own words after a {@code *_FAIL}. */
    Refusal failure(FirewallView found) {
        String reason = found.status().failureReason();
        return failure(FirewallState.word(found) + ": "
                + (reason == null || reason.isBlank() ? "the service gave no reason" : reason));
    }

    /** Those of the template were counted before; those of the stack come on top. */
    void refuseTooManyTags() {
        int tags = op.tags().size();
        if (tags > MOST_TAGS) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "/Tags: firewall " + name() + " would have " + tags
                            + " tags, those of the stack among them; the service" + " takes at most " + MOST_TAGS
                            + ": leave out " + (tags - MOST_TAGS));
        }
    }

    /** Refuses tenants whose firewalls have other endpoints and other identifiers than this type knows. */
    void requireFirstGeneration() {
        if (op.ngfw().tenantGeneration(AdminKind.FIREWALL) == TenantGeneration.V2) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "This Cloud NGFW tenant is of generation V2: firewalls are supported on tenants of generation V1 only"
                            + " (rulestacks on both)");
        }
    }
}
