package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.DependencyGraph;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads every resource by its identifier alone and compares only what was written. */
final class DriftDetection {

    private final StackOperation operation;
    private final ResourceCalls calls;
    private final Map<String, DriftReport.Resource> found = new ConcurrentHashMap<>();

    DriftDetection(StackOperation operation) {
        this.operation = operation;
        this.calls = ResourceCalls.uncancelled(operation, false);
    }

    DriftReport run() {
        Map<String, StackResource> resources = operation.getStack().getResources();
        Map<String, Set<String>> free = new LinkedHashMap<>();
        resources.keySet().forEach(id -> free.put(id, Set.of()));
        GraphWalk.run(new DependencyGraph(free), operation.getScheduler(), id -> {
            found.put(id, check(resources.get(id)));
            return true;
        });
        return new DriftReport(resources.keySet().stream().map(found::get).toList());
    }

    private DriftReport.Resource check(StackResource resource) {
        ResourceType type = operation.typeOf(resource);
        if (resource.physicalId() == null || !(type instanceof ThirdPartyType checked)) {
            return new DriftReport.Resource(
                    resource.logicalId(), DriftReport.Status.NOT_CHECKED, List.of(), resource.reason());
        }
        Result read = calls.read(resource);
        if (read.failedWith("NotFound")) {
            return new DriftReport.Resource(resource.logicalId(), DriftReport.Status.DELETED, List.of(), null);
        }
        ObjectNode actual = read.model();
        if (!read.succeeded() || actual == null) {
            return new DriftReport.Resource(
                    resource.logicalId(), DriftReport.Status.NOT_CHECKED, List.of(), StackOperation.reasonOf(read));
        }
        List<PropertyDifference> differences =
                new DriftComparison(checked).differences(expected(resource, checked, actual), actual);
        return new DriftReport.Resource(
                resource.logicalId(),
                differences.isEmpty() ? DriftReport.Status.IN_SYNC : DriftReport.Status.MODIFIED,
                differences,
                null);
    }

    /** What was written, as the service should give it back: transformed, without what it never gives back. */
    private ObjectNode expected(StackResource resource, ThirdPartyType type, ObjectNode actual) {
        ObjectNode expected = (ObjectNode)
                new DynamicReferences(operation.getEnvironment().dynamicValues()).resolve(resource.properties(), "");
        SubnetTransform.apply(type.schema().json(), expected);
        type.schema().writeOnly().forEach(path -> {
            if (expected.at(path.head()) instanceof ObjectNode parent) {
                parent.remove(path.last().getMatchingProperty());
            }
        });
        withoutStackTags(type, expected, actual);
        return expected;
    }

    /** Tags of the stack are merged into those of the resource; they are no drift. */
    private void withoutStackTags(ThirdPartyType type, ObjectNode expected, ObjectNode actual) {
        String property = type.schema().json().at("/tagging/tagProperty").asText("/properties/Tags");
        String name = property.substring("/properties/".length());
        if (!(actual.get(name) instanceof ArrayNode tags)) {
            return;
        }
        List<JsonNode> kept = new ArrayList<>();
        tags.forEach(tag -> {
            String key = tag.path("Key").asText();
            boolean written = expected.path(name)
                    .valueStream()
                    .anyMatch(own -> own.path("Key").asText().equals(key));
            String ofStack = operation.getStack().getTags().get(key);
            if (written || !tag.path("Value").asText().equals(ofStack)) {
                kept.add(tag);
            }
        });
        tags.removeAll().addAll(kept);
    }
}
