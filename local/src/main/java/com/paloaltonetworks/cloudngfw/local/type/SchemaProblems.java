package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONObject;
import software.amazon.cloudformation.resource.Validator;
import software.amazon.cloudformation.resource.exceptions.ValidationException;

/** Holds properties against a schema with the validator that production uses, and turns its findings into problems. */
final class SchemaProblems {

    /** The validator writes {@code #/RuleList/0: required key [Priority] not found}. */
    private static final Pattern FINDING = Pattern.compile("#(?<path>[^:]*): (?<text>.*)", Pattern.DOTALL);

    private static final Pattern EXTRANEOUS = Pattern.compile("extraneous key \\[(?<key>[^]]*)] is not permitted");

    private static final Pattern KEYWORD = Pattern.compile("keyword \\[(?<keyword>[^]]*)]");

    private final JsonNode schema;
    private final SchemaTypes types;

    SchemaProblems(JsonNode schema) {
        this.schema = schema;
        this.types = new SchemaTypes(schema);
    }

    List<Problem> in(ObjectNode properties, String path) {
        List<Problem> problems = new ArrayList<>();
        readOnly(properties, path, problems);
        try {
            new Validator().validateObject(new JSONObject(properties.toString()), new JSONObject(schema.toString()));
        } catch (ValidationException e) {
            collect(e, properties, path, problems);
        }
        return problems;
    }

    private void readOnly(ObjectNode properties, String path, List<Problem> problems) {
        for (JsonNode pointer : schema.path("readOnlyProperties")) {
            String place = pointer.asText().substring("/properties".length());
            JsonNode value = properties.at(place);
            if (!value.isMissingNode()) {
                problems.add(Problem.error(
                        path + place,
                        Problem.shown(value),
                        "Encountered unsupported property " + place.substring(1) + ": it is read-only",
                        "remove it"));
            }
        }
    }

    private void collect(ValidationException finding, ObjectNode properties, String path, List<Problem> problems) {
        if (!finding.getCausingExceptions().isEmpty()) {
            finding.getCausingExceptions().forEach(cause -> collect(cause, properties, path, problems));
            return;
        }
        Matcher parts = FINDING.matcher(finding.getMessage());
        if (!parts.matches()) {
            problems.add(Problem.error(path, finding.getMessage()));
            return;
        }
        String place = parts.group("path");
        JsonNode value = place.isEmpty() ? null : properties.at(place);
        problems.add(Problem.error(
                path + place,
                value == null || value.isContainerNode() ? null : Problem.shown(value),
                parts.group("text"),
                remedy(parts.group("text"), place)));
    }

    /** The validator hides values from its messages, those of the schema too; here they help. */
    private String remedy(String text, String place) {
        Matcher extraneous = EXTRANEOUS.matcher(text);
        if (extraneous.find()) {
            return Nearest.remedy(extraneous.group("key"), types.memberNames(place));
        }
        Matcher keyword = KEYWORD.matcher(text);
        JsonNode constraint = keyword.find() ? types.keyword(place, keyword.group("keyword")) : null;
        return constraint == null || constraint.isMissingNode() ? "" : keyword.group("keyword") + ": " + constraint;
    }
}
