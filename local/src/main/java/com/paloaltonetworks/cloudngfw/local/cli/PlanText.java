package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.plan.DeployPlan;
import com.paloaltonetworks.cloudngfw.local.plan.Detail;
import com.paloaltonetworks.cloudngfw.local.plan.PlannedChange;
import com.paloaltonetworks.cloudngfw.local.stack.ResourceChange;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan as people read it: one line per resource, below it one line per value, with the old one next to the new one. */
final class PlanText {

    private final PrintWriter out;

    PlanText(PrintWriter out) {
        this.out = out;
    }

    void print(DeployPlan plan) {
        if (plan.changed()) {
            out.println(
                    "Stack " + plan.stack().getStackName() + " would be " + (plan.created() ? "created:" : "updated:"));
            plan.changes().forEach(this::change);
            plan.stackChanges().forEach(detail -> out.println("  " + line(detail)));
            failure(plan);
            out.println(cost(plan));
        } else {
            out.println("No updates are to be performed.");
        }
        out.flush();
    }

    private void change(PlannedChange change) {
        String line = Stream.of(
                        mark(change.action()) + " " + change.logicalId(),
                        change.type(),
                        change.physicalId(),
                        remark(change))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("  "));
        out.println("  " + line);
        change.details().forEach(detail -> out.println("      " + line(detail)));
    }

    private static String mark(ResourceChange change) {
        return switch (change) {
            case Add -> "+";
            case Modify -> "~";
            case Replace -> "-/+";
            case Remove -> "-";
            case Keep -> " ";
        };
    }

    private static @Nullable String remark(PlannedChange change) {
        PlannedChange.PolicyAction policy = change.policyAction();
        if (policy == PlannedChange.PolicyAction.Retain || policy == PlannedChange.PolicyAction.ReplaceAndRetain) {
            return "(kept in the service)";
        }
        PlannedChange.Cause cause = change.cause();
        if (cause == null) {
            return null;
        }
        return switch (cause) {
            case StackTags -> "(tags of the stack)";
            case LastOperationFailed -> "(again: its last operation failed)";
            case Wording -> "(written differently, with the same meaning)";
        };
    }

    /** {@code ~ rule web (LocalRule 120): Action  Allow -> DenySilent}. */
    private static String line(Detail detail) {
        String member = detail.member().isEmpty() ? "" : detail.member().substring(1);
        String place = Stream.of(detail.name(), member.isEmpty() ? null : member)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        JsonNode before = detail.before();
        JsonNode after = detail.after();
        return switch (detail.action()) {
            case Add -> "+ " + place + "  " + text(after);
            case Change -> "~ " + place + "  " + text(before) + " -> " + text(after);
            case Remove -> "- " + place + "  " + text(before);
        };
    }

    private static String text(@Nullable JsonNode value) {
        boolean plain = value != null
                && value.isTextual()
                && !value.textValue().isEmpty()
                && value.textValue().lines().count() == 1;
        return plain ? value.textValue() : String.valueOf(value);
    }

    private void failure(DeployPlan plan) {
        if (plan.succeeds()) {
            return;
        }
        out.println(
                "The deploy would fail and leave the stack in " + plan.stack().getStatus() + ":");
        plan.outcome().failures().forEach(failure -> out.println("  " + failure));
        if (plan.outcome().failures().isEmpty()) {
            out.println("  " + plan.stack().getStatusReason());
        }
        if (!plan.outcome().notReached().isEmpty()) {
            out.println("  Not reached: " + String.join(", ", plan.outcome().notReached()));
        }
    }

    private static String cost(DeployPlan plan) {
        return "Plan: " + plan.count(ResourceChange.Add) + " to add, "
                + plan.count(ResourceChange.Modify) + " to change, "
                + plan.count(ResourceChange.Replace) + " to replace, "
                + plan.count(ResourceChange.Remove) + " to remove; "
                + plan.writeCount() + (plan.writeCount() == 1 ? " API write" : " API writes")
                + commits(plan.commitCount())
                + (plan.succeeds() ? "" : ", what is undone included");
    }

    private static String commits(int count) {
        return switch (count) {
            case 0 -> ", no commit";
            case 1 -> ", 1 of them a commit";
            default -> ", " + count + " of them commits";
        };
    }
}
