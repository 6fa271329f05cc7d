package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.Step.step;
import static java.util.Objects.requireNonNullElseGet;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.FirewallFilter;
import com.paloaltonetworks.cloudngfw.client.FirewallPage;
import com.paloaltonetworks.cloudngfw.client.FirewallPage.FirewallKey;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Page;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.ResourceType;
import com.paloaltonetworks.cloudngfw.core.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Firewalls of tenants of generation V1, with their rulestacks, log profile and tags. */
final class FirewallType implements ResourceType<ResourceModel> {

    static final FirewallType INSTANCE = new FirewallType();

    private static final int PAGE = 100;

    /** Three calls each, several at a time, within the half minute that a listing has. */
    private static final int WHOLE_PAGE = 50;

    private FirewallType() {}

    @Override
    public String typeName() {
        return ResourceModel.TYPE_NAME;
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(3);
    }

    @Override
    public List<Problem> problems(ResourceModel desired) {
        return new FirewallProblems(desired).all();
    }

    @Override
    public List<Step> create(Operation<ResourceModel> op) {
        TargetFirewall target = new TargetFirewall(op);
        FirewallLife life = new FirewallLife(target);
        FirewallPolicies policies = new FirewallPolicies(target);
        return then(
                List.of(
                        step("require-absent", life::requireAbsent).andCheckpoint(),
                        step("await-rulestacks", policies::untilRulestacksAreReady),
                        step("create", life::createOrAdopt),
                        step("await-creation", life::untilCreated)),
                converge(target, policies));
    }

    @Override
    public List<Step> update(Operation<ResourceModel> op) {
        TargetFirewall target = new TargetFirewall(op);
        FirewallLife life = new FirewallLife(target);
        FirewallPolicies policies = new FirewallPolicies(target);
        return then(
                List.of(
                        step("refuse-fixed-changes", life::refuseFixedChanges),
                        step("await-rulestacks", policies::untilNewRulestacksAreReady)),
                converge(target, policies));
    }

    /** What create and update have in common; after a create most of it finds nothing to do. */
    private static List<Step> converge(TargetFirewall target, FirewallPolicies policies) {
        FirewallSettings settings = new FirewallSettings(target);
        FirewallLink link = new FirewallLink(target);
        return Stream.of(
                        List.of(settings.change("describe", settings::description)),
                        settings.lastingChange("subnets", settings::subnets, settings::subnets),
                        settings.lastingChange(
                                "content-version", settings::contentVersion, settings::missingContentVersion),
                        List.of(
                                step("associate-rulestack", () -> policies.associate(Policy.LOCAL)),
                                step("associate-global-rulestack", () -> policies.associate(Policy.GLOBAL)),
                                step("link", link::apply),
                                step("apply-log-profile", settings::applyLogProfile),
                                step("apply-tags", settings::applyTags),
                                step("await-rulestack-status", policies::untilInForce),
                                step("await-link", link::untilLinked)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> then(List<Step> first, List<Step> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public List<Step> delete(Operation<ResourceModel> op) {
        FirewallLife life = new FirewallLife(new TargetFirewall(op));
        return List.of(step("delete", life::startDeletion), step("await-absence", life::untilAbsent));
    }

    @Override
    public void requirePresent(Operation<ResourceModel> op) {
        TargetFirewall target = new TargetFirewall(op);
        target.requireFirstGeneration();
        target.found();
    }

    @Override
    public ResourceModel read(Operation<ResourceModel> op) {
        return new TargetFirewall(op).read();
    }

    @Override
    public Page<ResourceModel> list(Operation<ResourceModel> op) {
        ResourceModel filter = requireNonNullElseGet(op.desired(), ResourceModel::new);
        boolean whole = Boolean.TRUE.equals(filter.getDescribe());
        List<String> vpcs = filter.getVPCIds() == null ? List.of() : filter.getVPCIds();
        FirewallPage page = op.ngfw()
                .firewalls(AdminKind.FIREWALL)
                .list(new FirewallFilter(filter.getRuleStackName(), vpcs), op.nextToken(), whole ? WHOLE_PAGE : PAGE);
        List<ResourceModel> models =
                page.firewalls().stream().map(key -> identified(key, op)).toList();
        return new Page<>(whole ? read(op, models) : models, page.nextToken());
    }

    /** Those that are gone since they were listed are left out. */
    private static List<ResourceModel> read(Operation<ResourceModel> op, List<ResourceModel> identifiers) {
        List<Callable<Optional<ResourceModel>>> reads = new ArrayList<>();
        identifiers.forEach(identifier -> reads.add(() -> new TargetFirewall(op, identifier).readIfPresent()));
        return op.platform().inParallel(reads).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static ResourceModel identified(FirewallKey key, Operation<ResourceModel> op) {
        return ResourceModel.builder()
                .firewallName(key.firewallName())
                .accountId(key.accountId() == null ? op.account() : key.accountId())
                .build();
    }

    @Override
    public Map<String, String> tagsOf(ResourceModel model) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (model.getTags() != null) {
            model.getTags().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        }
        return tags;
    }
}
