package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Template.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form of one member of Resources; which types there are is not its business. */
final class ResourceChecks {

    private static final Set<String> MEMBERS = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "Metadata",
            "CreationPolicy",
            "UpdatePolicy",
            "DeletionPolicy",
            "UpdateReplacePolicy");
    private static final Set<String> ON_DELETE = Set.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot");
    private static final Set<String> ON_REPLACE = Set.of("Delete", "Retain", "Snapshot");

    private final List<Problem> problems;

    ResourceChecks(List<Problem> problems) {
        this.problems = problems;
    }

    Optional<Template.Resource> read(String name, JsonNode body) {
        String path = Pointers.child("/Resources", name);
        if (!body.isObject()) {
            problems.add(Problem.error(path, "Template format error: [" + path + "] resource definition is malformed"));
            return Optional.empty();
        }
        if (!body.path("Type").isTextual()) {
            problems.add(Problem.error(
                    path, "Template format error: [" + path + "] Every Resources object must contain a Type member."));
            return Optional.empty();
        }
        body.fieldNames().forEachRemaining(member -> member(path, member));
        return Optional.of(new Template.Resource(
                name,
                body.get("Type").asText(),
                properties(path, body.path("Properties")),
                dependsOn(path, body.path("DependsOn")),
                condition(path, body.path("Condition")),
                new Template.Policies(
                        policy(path, "DeletionPolicy", body, ON_DELETE),
                        policy(path, "UpdateReplacePolicy", body, ON_REPLACE)),
                body.has("Metadata") ? body.get("Metadata") : MissingNode.getInstance()));
    }

    private void member(String path, String member) {
        if (!MEMBERS.contains(member)) {
            problems.add(Problem.error(
                    Pointers.child(path, member),
                    member,
                    "Invalid template resource property '" + member + "'",
                    Nearest.remedy(member, MEMBERS)));
        }
    }

    private ObjectNode properties(String path, JsonNode properties) {
        if (properties instanceof ObjectNode object) {
            return object;
        }
        if (!properties.isMissingNode()) {
            problems.add(Problem.error(path + "/Properties", "Properties validation failed: Value must be an object"));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private List<String> dependsOn(String path, JsonNode value) {
        List<String> names = new ArrayList<>();
        Iterable<JsonNode> items = value.isArray() ? value : List.of(value);
        for (JsonNode item : items) {
            if (item.isTextual()) {
                names.add(item.textValue());
            } else if (!item.isMissingNode()) {
                problems.add(Problem.error(
                        path + "/DependsOn",
                        Problem.shown(item),
                        "Template format error: DependsOn must be a string or list of strings.",
                        ""));
            }
        }
        return List.copyOf(names);
    }

    private String condition(String path, JsonNode value) {
        if (!value.isMissingNode() && !value.isTextual()) {
            problems.add(Problem.error(
                    path + "/Condition", "Template format error: Every Condition member must be a string."));
        }
        return value.textValue();
    }

    private Policy policy(String path, String member, JsonNode body, Set<String> allowed) {
        JsonNode value = body.path(member);
        if (value.isMissingNode()) {
            return Policy.Delete;
        }
        String name = value.asText();
        if (!value.isTextual() || !allowed.contains(name)) {
            problems.add(Problem.error(
                    path + "/" + member,
                    Problem.shown(value),
                    "Template format error: Unrecognized " + member + " " + Problem.shown(value) + " for resource at "
                            + path,
                    value.isObject() ? "functions in policies need the language extensions" : "use one of " + allowed));
            return Policy.Delete;
        }
        if (name.equals("Snapshot")) {
            problems.add(Problem.error(
                    path + "/" + member,
                    name,
                    member + " Snapshot is not supported by the local engine",
                    "no type that it knows can make snapshots; use Delete or Retain"));
            return Policy.Delete;
        }
        return Policy.valueOf(name);
    }
}
