package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.DriftReport;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEvent;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.stack.StackStatus;
import com.paloaltonetworks.cloudngfw.local.type.PlaceholderType;
import java.io.PrintWriter;
import java.util.List;

/** What people read when they did not ask for JSON. */
final class StackText {

    private final PrintWriter out;

    StackText(PrintWriter out) {
        this.out = out;
    }

    /** How an operation ended: status, outputs, and what was only recorded. */
    void summary(Stack stack) {
        out.println();
        out.println("Stack " + stack.getStackName() + ": " + stack.getStatus());
        if (stack.getStatusReason() != null) {
            out.println("  " + stack.getStatusReason());
        }
        if (stack.getStatus() == StackStatus.DELETE_COMPLETE) {
            out.flush();
            return;
        }
        if (!stack.getOutputs().isEmpty()) {
            out.println("Outputs:");
            stack.getOutputs()
                    .forEach(output -> out.println("  " + output.key() + " = " + output.value()
                            + (output.placeholder() ? "  (from a placeholder)" : "")));
        }
        List<String> placeholders = stack.getResources().values().stream()
                .filter(resource -> PlaceholderType.REASON.equals(resource.reason()))
                .map(StackResource::logicalId)
                .toList();
        if (!placeholders.isEmpty()) {
            out.println("Placeholders, recorded but not created: " + String.join(", ", placeholders));
        }
        out.flush();
    }

    void describe(Stack stack) {
        summary(stack);
        out.println("Id: " + stack.getStackId());
        stack.getTags().forEach((key, value) -> out.println("Tag: " + key + " = " + value));
        out.println("Resources:");
        stack.getResources()
                .values()
                .forEach(resource -> out.printf(
                        "  %-24s %-20s %s  %s%n",
                        resource.logicalId(),
                        resource.status(),
                        resource.physicalId() == null ? "-" : resource.physicalId(),
                        resource.type()));
        out.flush();
    }

    /** Oldest first, so that the end of the story is at the end. */
    void events(Stack stack) {
        stack.getEvents().forEach(event -> out.println(line(event)));
        out.flush();
    }

    private static String line(StackEvent event) {
        return event.timestamp() + "  " + event.status() + "  " + event.logicalId() + "  " + event.type()
                + (event.reason() == null ? "" : "  " + event.reason());
    }

    void stacks(List<Stack> stacks) {
        stacks.forEach(stack -> out.printf(
                "%-32s %-28s %s/%s%n", stack.getStackName(), stack.getStatus(), stack.getAccount(), stack.getRegion()));
        if (stacks.isEmpty()) {
            out.println("No stacks");
        }
        out.flush();
    }

    void drift(DriftReport report) {
        out.println(report.isDrifted() ? "DRIFTED" : "IN_SYNC");
        report.resources().forEach(resource -> {
            out.println("  " + resource.logicalId() + ": " + resource.status()
                    + (resource.note() == null ? "" : " (" + resource.note() + ")"));
            resource.differences()
                    .forEach(difference -> out.println("    " + difference.path() + ": expected "
                            + difference.expected() + ", found " + difference.actual()));
        });
        out.flush();
    }
}
