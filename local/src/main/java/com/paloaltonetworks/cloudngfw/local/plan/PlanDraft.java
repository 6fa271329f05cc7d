package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.Decision;
import com.paloaltonetworks.cloudngfw.local.stack.ResourceChange;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.Template.Policy;
import com.paloaltonetworks.cloudngfw.local.template.TemplatePath;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the decisions of a deploy mean, from the stack before and after it. */
public final class PlanDraft {

    private final TypeRegistry types;
    private final PreparedTemplate prepared;
    private final @Nullable Stack before;
    private final Stack after;
    private final Stars stars;

    /** @param before null when the deploy made the stack */
    public PlanDraft(TypeRegistry types, PreparedTemplate prepared, @Nullable Stack before, Stack after) {
        this.types = types;
        this.prepared = prepared;
        this.before = before;
        this.after = after;
        Set<String> secrets = new HashSet<>(prepared.parameters().secrets());
        secrets.addAll(before == null ? Set.of() : before.getSecrets());
        this.stars = new Stars(secrets);
    }

    public List<PlannedChange> changes(Decisions decisions) {
        return decisions.changes(order()).stream().map(this::change).toList();
    }

    /** @param notices what the deploy said about the values it was given */
    public DeployPlan.Outcome outcome(Decisions decisions, boolean failed, List<Problem> notices) {
        return new DeployPlan.Outcome(
                failed ? decisions.failures() : List.of(), failed ? decisions.notReached(order()) : List.of(), notices);
    }

    private Collection<String> order() {
        return prepared.graph().order();
    }

    private PlannedChange change(Decision decision) {
        StackResource old = decision.before();
        StackResource wanted = decision.wanted();
        StackResource named = wanted == null ? old : wanted;
        ResourceType type = types.type(named.type());
        List<Detail> details = details(type, old, wanted);
        return new PlannedChange(
                decision.change(),
                named.logicalId(),
                old == null ? physicalId(named) : old.physicalId(),
                named.type(),
                policyAction(decision.change(), old),
                details.isEmpty() && decision.change() == ResourceChange.Modify ? cause(decision) : null,
                details);
    }

    private @Nullable String physicalId(StackResource added) {
        return after.resource(added.logicalId()).map(StackResource::physicalId).orElse(null);
    }

    private List<Detail> details(ResourceType type, @Nullable StackResource old, @Nullable StackResource wanted) {
        PropertyComparison comparison =
                new PropertyComparison(path -> type instanceof ThirdPartyType checked && checked.isUnordered(path));
        return comparison
                .between(old == null ? null : old.properties(), wanted == null ? null : wanted.properties())
                .stream()
                .map(detail -> placed(detail, wanted == null ? old : wanted))
                .map(stars::over)
                .toList();
    }

    /** With its path in the template; what goes stands in none any more and is named by its place among what there was. */
    private Detail placed(Detail detail, StackResource resource) {
        Template.Resource declared = prepared.resources().get(resource.logicalId());
        boolean goes = declared == null || detail.action() == Detail.Action.Remove;
        String path = goes
                ? "/Resources/" + resource.logicalId() + "/Properties" + detail.path()
                : declared.propertiesPath()
                        + TemplatePath.of(declared.properties(), detail.path(), prepared.conditions()::holds);
        return new Detail(path, detail.name(), detail.member(), detail.before(), detail.after());
    }

    private static PlannedChange.@Nullable PolicyAction policyAction(
            ResourceChange change, @Nullable StackResource old) {
        if (old == null) {
            return null;
        }
        return switch (change) {
            case Remove ->
                old.deletionPolicy() == Policy.Delete
                        ? PlannedChange.PolicyAction.Delete
                        : PlannedChange.PolicyAction.Retain;
            case Replace ->
                old.updateReplacePolicy() == Policy.Retain
                        ? PlannedChange.PolicyAction.ReplaceAndRetain
                        : PlannedChange.PolicyAction.ReplaceAndDelete;
            case Add, Modify, Keep -> null;
        };
    }

    private static PlannedChange.Cause cause(Decision decision) {
        StackResource old = decision.before();
        if (old != null && old.status().isFailed()) {
            return PlannedChange.Cause.LastOperationFailed;
        }
        return decision.tagsReachIt() ? PlannedChange.Cause.StackTags : PlannedChange.Cause.Wording;
    }

    /** Of the stack's own tags and of its outputs. */
    public List<Detail> stackChanges() {
        Stream<Detail> tags = compared("/Tags", "tag of the stack ", tags(before), tags(after));
        Stream<Detail> outputs = compared("/Outputs", "output ", outputs(before), outputs(after));
        return Stream.concat(tags, outputs).map(stars::over).toList();
    }

    private static Stream<Detail> compared(String root, String kind, ObjectNode one, ObjectNode other) {
        return new PropertyComparison(path -> false)
                .between(one, other).stream()
                        .map(detail -> new Detail(
                                root + detail.path(),
                                kind + detail.path().substring(1),
                                "",
                                detail.before(),
                                detail.after()));
    }

    private static ObjectNode tags(@Nullable Stack stack) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (stack != null) {
            stack.getTags().forEach(object::put);
        }
        return object;
    }

    private static ObjectNode outputs(@Nullable Stack stack) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (stack != null) {
            stack.getOutputs().forEach(output -> object.put(output.key(), output.value()));
        }
        return object;
    }
}
