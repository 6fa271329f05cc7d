package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.plan.DeployPlan;
import com.paloaltonetworks.cloudngfw.local.stack.DriftReport;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEvent;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The JSON documents of the commands; their field names are CloudFormation's, and scripts depend on them. */
final class StackDocuments {

    private StackDocuments() {}

    static ObjectNode stack(Stack stack, boolean changed) {
        ObjectNode document = object().put("StackName", stack.getStackName())
                .put("StackId", stack.getStackId())
                .put("StackStatus", stack.getStatus().name())
                .put("StackStatusReason", stack.getStatusReason())
                .put("Changed", changed);
        ArrayNode outputs = document.putArray("Outputs");
        stack.getOutputs()
                .forEach(output ->
                        outputs.add(object().put("OutputKey", output.key()).put("OutputValue", output.value())));
        ArrayNode resources = document.putArray("Resources");
        stack.getResources()
                .values()
                .forEach(resource -> resources.add(object().put("LogicalResourceId", resource.logicalId())
                        .put("PhysicalResourceId", resource.physicalId())
                        .put("ResourceType", resource.type())
                        .put("ResourceStatus", resource.status().name())
                        .put("ResourceStatusReason", resource.reason())));
        document.set("Events", eventList(stack));
        return document;
    }

    /** The document that the deploy would print, and what makes it a plan. */
    static ObjectNode plan(DeployPlan plan) {
        ObjectNode document = stack(plan.stack(), plan.changed());
        ArrayNode changes = document.putArray("Changes");
        plan.changes().forEach(change -> changes.add(change.toJson()));
        ArrayNode stackChanges = document.putArray("StackChanges");
        plan.stackChanges().forEach(detail -> stackChanges.add(detail.toJson()));
        ObjectNode writes = document.putObject("Writes");
        plan.writes().forEach(writes::put);
        return document.put("Commits", plan.commitCount());
    }

    static ObjectNode events(Stack stack) {
        return object().set("Events", eventList(stack));
    }

    private static ArrayNode eventList(Stack stack) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<StackEvent> newestFirst = new ArrayList<>(stack.getEvents());
        Collections.reverse(newestFirst);
        newestFirst.forEach(event -> list.add(event.toJson(stack)));
        return list;
    }

    static ObjectNode stacks(List<Stack> stacks) {
        ObjectNode document = object();
        ArrayNode list = document.putArray("Stacks");
        stacks.forEach(stack -> list.add(object().put("StackName", stack.getStackName())
                .put("StackId", stack.getStackId())
                .put("StackStatus", stack.getStatus().name())
                .put("StackStatusReason", stack.getStatusReason())
                .put("Description", stack.getDescription())
                .put("CreationTime", stack.getCreationTime())
                .put("LastUpdatedTime", stack.getLastUpdatedTime())
                .put("Account", stack.getAccount())
                .put("Region", stack.getRegion())));
        return document;
    }

    static ObjectNode drift(DriftReport report) {
        ObjectNode document = object().put("StackDriftStatus", report.isDrifted() ? "DRIFTED" : "IN_SYNC");
        ArrayNode resources = document.putArray("Resources");
        report.resources().forEach(resource -> {
            ObjectNode entry = resources
                    .addObject()
                    .put("LogicalResourceId", resource.logicalId())
                    .put("StackResourceDriftStatus", resource.status().name());
            ArrayNode differences = entry.putArray("PropertyDifferences");
            resource.differences().forEach(difference -> differences.add(difference.toJson()));
        });
        return document;
    }

    static ObjectNode problems(List<Problem> problems) {
        ObjectNode document = object();
        ArrayNode list = document.putArray("Problems");
        problems.forEach(problem -> list.add(problem.toJson()));
        return document;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
