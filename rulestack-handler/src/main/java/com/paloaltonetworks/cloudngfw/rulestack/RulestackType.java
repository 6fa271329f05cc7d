package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.Step.step;

import com.paloaltonetworks.cloudngfw.client.FirewallFilter;
import com.paloaltonetworks.cloudngfw.client.FirewallPage.FirewallKey;
import com.paloaltonetworks.cloudngfw.client.FirewallsApi;
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
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import com.paloaltonetworks.cloudngfw.core.deploy.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** {@code PaloAltoNetworks::CloudNGFW::RuleStack}: a rulestack with its objects, profiles, rules and tags, under one commit. */
final class RulestackType implements ResourceType<ResourceModel> {

    private static final int PAGE = 1000;

    /** How long a firewall of the same template may take until its own deletion has begun. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofSeconds(20);

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
    public Vocabulary vocabulary() {
        return RulestackVocabulary.VOCABULARY;
    }

    @Override
    public List<Step> create(Operation<ResourceModel> op) {
        RulestackApi rulestack = writing(op);
        RulestackTarget target = new RulestackTarget(op, rulestack);
        return List.of(
                step("require-absent", () -> requireAbsent(rulestack)).andCheckpoint(),
                step("create", () -> createOrAdopt(op, rulestack)),
                step("apply-tags", () -> applyTags(op, rulestack)),
                converge(op, target),
                deploy(op, target));
    }

    @Override
    public List<Step> update(Operation<ResourceModel> op) {
        RulestackApi rulestack = writing(op);
        RulestackTarget target = new RulestackTarget(op, rulestack);
        return List.of(
                step("refuse-another-scope", () -> refuseAnotherScope(op, rulestack)),
                step("apply-tags", () -> applyTags(op, rulestack)),
                converge(op, target),
                deploy(op, target));
    }

    @Override
    public List<Step> delete(Operation<ResourceModel> op) {
        RulestackApi rulestack = foundOrGone(op);
        DeletionTarget target = new DeletionTarget(op, rulestack);
        return List.of(
                step("refuse-while-in-use", () -> refuseWhileInUse(op, rulestack)),
                Deployment.writing("delete", op, target),
                Deployment.step(op, target));
    }

    /** A delete also finds a rulestack that was deleted while its first commit was under way, which may bring it back. */
    @Override
    public void requirePresent(Operation<ResourceModel> op) {
        try {
            found(op);
        } catch (NgfwException failure) {
            boolean deletes = op.previous() == null;
            if (failure.getKind() != Kind.NOT_FOUND || !deletes || !mayComeBack(op)) {
                throw failure;
            }
        }
    }

    @Override
    public ResourceModel read(Operation<ResourceModel> op) {
        return new RulestackReader(op, found(op)).read();
    }

    @Override
    public Page<ResourceModel> list(Operation<ResourceModel> op) {
        return new RulestackListing(op).page();
    }

    @Override
    public Map<String, String> tagsOf(ResourceModel model) {
        return Objects.requireNonNullElse(model.getTags(), List.<Tag>of()).stream()
                .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (first, second) -> second));
    }

    /** A draft is left as it is, for its owner to look at. */
    private static Step converge(Operation<ResourceModel> op, RulestackTarget target) {
        return DeploySwitch.of(op.desired()) == DeploySwitch.YES
                ? Deployment.writing("converge-content", op, target)
                : step("converge-content", target::write);
    }

    private static Step deploy(Operation<ResourceModel> op, RulestackTarget target) {
        return DeploySwitch.of(op.desired()) == DeploySwitch.YES
                ? Deployment.step(op, target)
                : step("leave-uncommitted", Outcome::done);
    }

    private static void requireAbsent(RulestackApi rulestack) {
        if (rulestack.find().isPresent()) {
            throw new NgfwException(Kind.ALREADY_EXISTS, "Rulestack " + rulestack.name() + " already exists");
        }
    }

    /** After the require-absent checkpoint a duplicate can only be our own, left by an invocation that died. */
    private static void createOrAdopt(Operation<ResourceModel> op, RulestackApi rulestack) {
        try {
            rulestack.create(withoutOwnCertificates(ContentMapper.toContent(op.desired())));
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.ALREADY_EXISTS) {
                throw failure;
            }
        }
        op.progress().getDeploy().setWrote(true);
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
        if (!op.tags().isEmpty() || !op.previousTags().isEmpty()) {
            TagChange.apply(rulestack, op.tags(), op.previousTags());
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

    /** A template may delete a firewall at the same time without saying so: it is given time to go. */
    private static Outcome refuseWhileInUse(Operation<ResourceModel> op, RulestackApi rulestack) {
        Optional<Rulestack> head = rulestack.find();
        if (head.isEmpty()) { // no firewall can be associated with what is in neither view
            return Outcome.done();
        }
        FirewallsApi firewalls = op.ngfw().firewalls(Scopes.admin(Scopes.of(head.get())));
        List<FirewallKey> users = usersOf(rulestack, firewalls);
        if (users.isEmpty()) {
            return Outcome.done();
        }
        String names = users.stream().map(FirewallKey::firewallName).sorted().collect(Collectors.joining(", "));
        Instant patience = Instant.ofEpochMilli(op.progress().getStartedAt()).plus(GRACE);
        if (op.platform().now().isBefore(patience) || users.stream().allMatch(user -> isGoing(firewalls, user))) {
            return Outcome.waitFor(POLL, "Rulestack " + rulestack.name() + " is still in use by firewall " + names);
        }
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rulestack " + rulestack.name() + " is in use by firewall " + names
                        + "; associate another rulestack with it, or delete it, first");
    }

    private static List<FirewallKey> usersOf(RulestackApi rulestack, FirewallsApi firewalls) {
        try {
            return firewalls
                    .list(new FirewallFilter(rulestack.name(), List.of()), null, PAGE)
                    .firewalls();
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) { // of no firewalls it may be told so
                return List.of();
            }
            throw new NgfwException(
                    failure.getKind(),
                    "Which firewalls use rulestack " + rulestack.name() + ": " + failure.getMessage(),
                    failure);
        }
    }

    private static boolean isGoing(FirewallsApi firewalls, FirewallKey user) {
        try {
            String status = firewalls
                    .firewall(user.firewallName(), user.accountId())
                    .read()
                    .status()
                    .firewallStatus();
            return "DELETING".equals(status);
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return true;
            }
            throw failure;
        }
    }

    /** The content after the status: a commit may have ended since the content was looked at. */
    private static boolean mayComeBack(Operation<ResourceModel> op) {
        DeletionTarget target = new DeletionTarget(op, writing(op));
        return target.commitStatus().pending() || target.rulestack().find().isPresent();
    }

    private static RulestackApi writing(Operation<ResourceModel> op) {
        return op.ngfw().rulestack(op.desired().getRuleStackName(), Scopes.admin(Scopes.of(op.desired())));
    }

    private static RulestackApi found(Operation<ResourceModel> op) {
        return Scopes.find(op.ngfw(), op.desired().getRuleStackName());
    }

    /** Between two invocations of a delete its rulestack may go; whether that was the commit's doing is the deploy step's question. */
    private static RulestackApi foundOrGone(Operation<ResourceModel> op) {
        try {
            return found(op);
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return writing(op);
            }
            throw failure;
        }
    }
}
