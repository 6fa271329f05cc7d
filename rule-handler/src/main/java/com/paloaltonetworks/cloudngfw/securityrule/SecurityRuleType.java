package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.Step.step;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Page;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.ResourceType;
import com.paloaltonetworks.cloudngfw.core.Step;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import com.paloaltonetworks.cloudngfw.core.content.RuleProblems;
import com.paloaltonetworks.cloudngfw.core.deploy.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code PaloAltoNetworks::CloudNGFW::SecurityRule}: one rule of a rulestack, which shares its commits with its siblings. */
final class SecurityRuleType implements ResourceType<ResourceModel> {

    @Override
    public String typeName() {
        return ResourceModel.TYPE_NAME;
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(1);
    }

    @Override
    public List<Problem> problems(ResourceModel desired) {
        return RuleProblems.ofMarked(RuleMapper.toEntry(desired), desired.getPriority());
    }

    @Override
    public Vocabulary vocabulary() {
        return RuleVocabulary.VOCABULARY;
    }

    @Override
    public List<Step> create(Operation<ResourceModel> op) {
        RuleTarget target = new RuleTarget(op);
        return List.of(
                step("require-absent", () -> requireAbsent(op)).andCheckpoint(),
                step("await-rulestack-and-references", new References(op)::await),
                Deployment.writing("write", op, target),
                Deployment.step(op, target));
    }

    @Override
    public List<Step> update(Operation<ResourceModel> op) {
        RuleTarget target = new RuleTarget(op);
        return List.of(
                step("await-rulestack-and-references", new References(op)::await),
                Deployment.writing("write", op, target),
                Deployment.step(op, target));
    }

    @Override
    public List<Step> delete(Operation<ResourceModel> op) {
        AbsentRuleTarget target = new AbsentRuleTarget(op);
        return List.of(Deployment.writing("remove", op, target), Deployment.step(op, target));
    }

    /**
     * A rule that somebody has taken out of the candidate is there as long as it is in force: an update puts it back. A delete
     * also finds one that a commit under way may bring into force.
     */
    @Override
    public void requirePresent(Operation<ResourceModel> op) {
        RuleAddress address = RuleAddress.of(op);
        Whereabouts found = address.find();
        if (found.candidate().isEmpty() && !isMaybeInForce(op, found)) {
            throw address.absent();
        }
    }

    private static boolean isMaybeInForce(Operation<ResourceModel> op, Whereabouts found) {
        boolean deletes = op.previous() == null;
        return !op.configuration().commitsByHand()
                && (!found.running().isEmpty() || (deletes && mayComeBack(RuleAddress.of(op))));
    }

    /** The content after the status: a commit may have ended since the content was looked at. */
    private static boolean mayComeBack(RuleAddress address) {
        return address.rulestack().commitStatus().pending()
                || !address.find().running().isEmpty();
    }

    @Override
    public ResourceModel read(Operation<ResourceModel> op) {
        return RuleReader.read(RuleAddress.of(op));
    }

    @Override
    public Page<ResourceModel> list(Operation<ResourceModel> op) {
        return RuleReader.list(op);
    }

    @Override
    public Map<String, String> tagsOf(ResourceModel model) {
        return RuleMapper.tagsOf(model);
    }

    /** Without a rulestack there is no rule either; whether one is coming is the next step's question. */
    private static void requireAbsent(Operation<ResourceModel> op) {
        RuleAddress address = RuleAddress.of(op);
        try {
            if (address.find().candidate().isEmpty()) {
                return;
            }
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return;
            }
            throw failure;
        }
        throw new NgfwException(Kind.ALREADY_EXISTS, "Rule " + address + " already exists");
    }
}
