package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks the frame of a template (sections, members, limits, references) and reports all its problems at once. */
public final class TemplateFrame {

    static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Mappings",
            "Conditions",
            "Resources",
            "Outputs",
            "Rules",
            "Transform",
            "Hooks",
            "Globals");
    private static final Map<String, String> REFUSED = Map.of(
            "Transform", "macros and transforms (SAM and the language extensions included) run inside AWS only",
            "Globals", "it belongs to the SAM transform, which runs inside AWS only",
            "Hooks", "hooks run inside AWS only",
            "Rules", "rules are not evaluated locally and must not be ignored");
    private static final int MOST_RESOURCES = 500;
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1024;

    private final ObjectNode document;
    private final List<Problem> problems = new ArrayList<>();

    private TemplateFrame(ObjectNode document) {
        this.document = document;
    }

    /** @throws TemplateRejected with every problem */
    public static Template check(ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        Template template = survey(document, problems);
        TemplateRejected.throwIfAny(problems);
        return template;
    }

    /** As {@link #check}, but what is malformed is only reported; it is left out, or names something that is not there. */
    public static Template survey(ObjectNode document, List<Problem> problems) {
        TemplateFrame frame = new TemplateFrame(document);
        Template template = frame.read();
        problems.addAll(frame.problems);
        return template;
    }

    private Template read() {
        sections();
        versionAndDescription();
        section("Mappings", MOST_MEMBERS, this::mapping);
        Map<String, ParameterDeclaration> parameters = new LinkedHashMap<>();
        ParameterChecks parameterChecks = new ParameterChecks(problems);
        section(
                "Parameters",
                MOST_MEMBERS,
                (name, body) ->
                        parameterChecks.read(name, body).ifPresent(parameter -> parameters.put(name, parameter)));
        Map<String, Template.Resource> resources = new LinkedHashMap<>();
        ResourceChecks resourceChecks = new ResourceChecks(problems);
        section(
                "Resources",
                MOST_RESOURCES,
                (name, body) -> resourceChecks.read(name, body).ifPresent(resource -> resources.put(name, resource)));
        Map<String, Template.Output> outputs = new LinkedHashMap<>();
        OutputChecks outputChecks = new OutputChecks(problems);
        section(
                "Outputs",
                MOST_MEMBERS,
                (name, body) -> outputChecks.read(name, body).ifPresent(output -> outputs.put(name, output)));
        if (document.path("Resources").isEmpty()) {
            problems.add(Problem.error(
                    "/Resources", "Template format error: At least one Resources member must be defined."));
        }
        Template template = new Template(document, parameters, resources, outputs);
        new ReferenceChecks(template, problems).run();
        return template;
    }

    private void sections() {
        document.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section)) {
                problems.add(Problem.error(
                        Pointers.child("", section),
                        section,
                        "Invalid template property or properties [" + section + "]",
                        Nearest.remedy(section, SECTIONS)));
            } else if (REFUSED.containsKey(section)) {
                problems.add(Problem.error(
                        Pointers.child("", section),
                        null,
                        "Template section " + section + " is not supported by the local engine",
                        REFUSED.get(section)));
            }
        });
    }

    private void versionAndDescription() {
        JsonNode version = document.get("AWSTemplateFormatVersion");
        if (version != null && !version.asText().equals("2010-09-09")) {
            problems.add(Problem.error(
                    "/AWSTemplateFormatVersion",
                    version.asText(),
                    "Template format error: " + version.asText()
                            + " is not a supported value for AWSTemplateFormatVersion.",
                    "use 2010-09-09"));
        }
        JsonNode description = document.get("Description");
        if (description != null && !description.isTextual()) {
            problems.add(Problem.error("/Description", "Template format error: Description must be a string."));
        } else if (description != null
                && description.textValue().getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION) {
            problems.add(Problem.error(
                    "/Description",
                    "Template format error: 'Description' length is greater than " + LONGEST_DESCRIPTION + "."));
        }
    }

    private void section(String section, int most, BiConsumer<String, JsonNode> member) {
        JsonNode body = document.path(section);
        String path = "/" + section;
        if (body.isMissingNode()) {
            return;
        }
        if (!body.isObject()) {
            problems.add(Problem.error(path, "Template format error: [" + path + "] must be an object."));
            return;
        }
        if (body.size() > most) {
            problems.add(Problem.error(
                    path,
                    String.valueOf(body.size()),
                    "Template format error: Number of " + section.toLowerCase(java.util.Locale.ROOT) + ", "
                            + body.size() + ", is greater than maximum allowed, " + most,
                    "split the template"));
        }
        body.properties().stream().limit(most).forEach(entry -> {
            name(section, entry.getKey());
            member.accept(entry.getKey(), entry.getValue());
        });
    }

    private void name(String section, String name) {
        String path = Pointers.child("/" + section, name);
        if (!name.matches("[a-zA-Z0-9]+")) {
            String kind = section.substring(0, section.length() - 1);
            problems.add(Problem.error(
                    path,
                    name,
                    "Template format error: " + kind + " name " + name + " is non alphanumeric.",
                    "use letters and digits only"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(Problem.error(
                    path, name, "Template format error: a name may not be longer than " + LONGEST_NAME, ""));
        }
    }

    private void mapping(String name, JsonNode body) {
        String path = Pointers.child("/Mappings", name);
        if (!body.isObject() || body.isEmpty()) {
            problems.add(Problem.error(path, "Template format error: [" + path + "] must be an object with members."));
            return;
        }
        body.properties().forEach(top -> {
            String topPath = Pointers.child(path, top.getKey());
            if (!top.getValue().isObject()) {
                problems.add(Problem.error(topPath, "Template format error: [" + topPath + "] must be an object."));
                return;
            }
            top.getValue().properties().forEach(second -> {
                if (second.getValue().isObject()) {
                    problems.add(Problem.error(
                            Pointers.child(topPath, second.getKey()),
                            "Template format error: every value of a mapping must be a string or a list."));
                }
            });
        });
    }
}
