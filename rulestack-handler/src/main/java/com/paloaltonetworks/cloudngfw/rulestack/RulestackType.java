package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.Step.step;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.FirewallFilter;
import com.paloaltonetworks.cloudngfw.client.NamePage;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Profiles;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Page;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.ResourceType;
import com.paloaltonetworks.cloudngfw.core.Step;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import com.paloaltonetworks.cloudngfw.core.deploy.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** {@code PaloAltoNetworks::CloudNGFW::RuleStack}: a rulestack with its objects, profiles, rules and tags, under one commit. */
final class RulestackType implements ResourceType<ResourceModel> {

    private static final int PAGE = 1000;

    @Override
    public String typeName() {
        return ResourceModel.TYPE_NAME;
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(2);
    }

    @Override
    public List<Problem> problems(ResourceModel desired) {
        return new RulestackProblems(desired).all();
    }

    @Override
    public List<Step> create(Operation<ResourceModel> op) {
        RulestackApi rulestack = writing(op);
        RulestackTarget target = new RulestackTarget(op, rulestack);
        return List.of(
                step("require-absent", () -> requireAbsent(rulestack)).andCheckpoint(),
                step("create", () -> createOrAdopt(rulestack, op.desired())),
                step("apply-tags", () -> applyTags(op, rulestack)),
                step("converge-content", target::write),
                deploy(op, target));
    }

    @Override
    public List<Step> update(Operation<ResourceModel> op) {
        RulestackApi rulestack = writing(op);
        RulestackTarget target = new RulestackTarget(op, rulestack);
        return List.of(
                step("refuse-another-scope", () -> refuseAnotherScope(op, rulestack)),
                step("apply-tags", () -> applyTags(op, rulestack)),
                step("converge-content", target::write),
                deploy(op, target));
    }

    @Override
    public List<Step> delete(Operation<ResourceModel> op) {
        RulestackApi rulestack = found(op);
        DeletionTarget target = new DeletionTarget(rulestack);
        return List.of(
                step("refuse-while-in-use", () -> refuseWhileInUse(op, rulestack)),
                step("delete", target::write),
                Deployment.step(op, target));
    }

    @Override
    public void requirePresent(Operation<ResourceModel> op) {
        found(op);
    }

    @Override
    public ResourceModel read(Operation<ResourceModel> op) {
        return new RulestackReader(op, found(op)).read();
    }

    @Override
    public Page<ResourceModel> list(Operation<ResourceModel> op) {
        NamePage page = op.ngfw().rulestacks(AdminKind.RULESTACK).list("All", op.nextToken(), PAGE);
        return new Page<>(
                page.candidate().stream()
                        .map(name -> ResourceModel.builder().ruleStackName(name).build())
                        .toList(),
                page.nextToken());
    }

    @Override
    public Map<String, String> tagsOf(ResourceModel model) {
        return Objects.requireNonNullElse(model.getTags(), List.<Tag>of()).stream()
                .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (first, second) -> second));
    }

    private static Step deploy(Operation<ResourceModel> op, RulestackTarget target) {
        return DeploySwitch.of(op.desired()) == DeploySwitch.YES
                ? Deployment.step(op, target)
                : step("leave-uncommitted", Outcome::done);
    }

    private static void requireAbsent(RulestackApi rulestack) {
        try {
            rulestack.read();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return;
            }
            throw failure;
        }
        throw new NgfwException(Kind.ALREADY_EXISTS, "Rulestack " + rulestack.name() + " already exists");
    }

    /** After the require-absent checkpoint a duplicate can only be our own, left by an invocation that died. */
    private static void createOrAdopt(RulestackApi rulestack, ResourceModel desired) {
        try {
            rulestack.create(withoutOwnCertificates(ContentMapper.toContent(desired)));
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.ALREADY_EXISTS) {
                throw failure;
            }
        }
    }

    /** A profile may name a certificate only once it is there; converging the content adds the name. */
    private static RulestackEntry withoutOwnCertificates(Content content) {
        RulestackEntry entry = content.entry();
        Profiles profiles = entry.profiles();
        if (profiles == null) {
            return entry;
        }
        return entry.toBuilder()
                .profiles(profiles.toBuilder()
                        .outboundTrustCertificate(unlessOwn(content, profiles.outboundTrustCertificate()))
                        .outboundUntrustCertificate(unlessOwn(content, profiles.outboundUntrustCertificate()))
                        .build())
                .build();
    }

    private static @Nullable String unlessOwn(Content content, @Nullable String certificate) {
        return content.objects().keySet().stream()
                        .anyMatch(object -> object.name().equals(certificate))
                ? null
                : certificate;
    }

    private static void applyTags(Operation<ResourceModel> op, RulestackApi rulestack) {
        if (op.tags().isEmpty() && op.previousTags().isEmpty()) {
            return;
        }
        TagChange change = TagChange.between(rulestack.tags(), op.tags(), op.previousTags());
        if (!change.removed().isEmpty()) {
            rulestack.removeTags(change.removed());
        }
        if (!change.added().isEmpty()) {
            rulestack.addTags(change.added());
        }
    }

    private static void refuseAnotherScope(Operation<ResourceModel> op, RulestackApi rulestack) {
        String wanted = Scopes.of(op.desired());
        String present = Scopes.of(rulestack.read());
        if (!wanted.equals(present)) {
            throw new Refusal(
                    HandlerErrorCode.NotUpdatable,
                    "/RuleStack/Scope cannot change from " + present + " to " + wanted
                            + "; make a rulestack of another name with the new scope");
        }
    }

    private static void refuseWhileInUse(Operation<ResourceModel> op, RulestackApi rulestack) {
        List<String> users = op
                .ngfw()
                .firewalls(Scopes.admin(Scopes.of(rulestack.read())))
                .list(new FirewallFilter(rulestack.name(), List.of()), null, PAGE)
                .firewalls()
                .stream()
                .map(firewall -> firewall.firewallName())
                .sorted()
                .toList();
        if (!users.isEmpty()) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "Rulestack " + rulestack.name() + " is in use by firewall " + String.join(", ", users)
                            + "; associate another rulestack with it, or delete it, first");
        }
    }

    private static RulestackApi writing(Operation<ResourceModel> op) {
        return op.ngfw().rulestack(op.desired().getRuleStackName(), Scopes.admin(Scopes.of(op.desired())));
    }

    /** The rulestack that the identifier names, under the admin kind that its scope asks for. */
    private static RulestackApi found(Operation<ResourceModel> op) {
        String name = op.desired().getRuleStackName();
        RulestackApi local = op.ngfw().rulestack(name, AdminKind.RULESTACK);
        Rulestack head = Scopes.readWithAny(op.ngfw(), name);
        return Scopes.of(head).equals(Scopes.LOCAL) ? local : op.ngfw().rulestack(name, AdminKind.GLOBAL_RULESTACK);
    }
}
