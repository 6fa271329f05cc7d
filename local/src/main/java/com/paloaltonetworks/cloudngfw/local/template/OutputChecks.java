package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form of one member of Outputs. */
final class OutputChecks {

    private static final Set<String> MEMBERS = Set.of("Value", "Description", "Export", "Condition");

    private final List<Problem> problems;

    OutputChecks(List<Problem> problems) {
        this.problems = problems;
    }

    Optional<Template.Output> read(String name, JsonNode body) {
        String path = Pointers.child("/Outputs", name);
        if (!body.has("Value")) {
            problems.add(
                    Problem.error(path, "Template format error: Every Outputs member must contain a Value object"));
            return Optional.empty();
        }
        body.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                problems.add(Problem.error(
                        Pointers.child(path, member),
                        member,
                        "Invalid template output property '" + member + "'",
                        Nearest.remedy(member, MEMBERS)));
            }
        });
        JsonNode export = body.path("Export");
        if (!export.isMissingNode() && !export.has("Name")) {
            problems.add(Problem.error(
                    path + "/Export", "Template format error: Output " + name + " is malformed: Export needs a Name"));
        }
        return Optional.of(new Template.Output(
                name,
                body.get("Value"),
                body.path("Description").textValue(),
                body.path("Condition").textValue(),
                export.get("Name")));
    }
}
