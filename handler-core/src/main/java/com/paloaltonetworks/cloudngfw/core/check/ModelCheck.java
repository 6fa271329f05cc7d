package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;

/**
 * Finds everything that is wrong with a wanted model at once: old names, what the schema says, and what only the type knows.
 * Of several findings at one place the first is told.
 */
public final class ModelCheck {

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final Schema schema;
    private final Coercion coercion;
    private final Vocabulary vocabulary;
    private final Function<JsonNode, List<Problem>> semantics;

    /** @param semantics the type's own problems with a model that has the schema's shape, as far as it has members */
    public ModelCheck(JsonNode schema, Vocabulary vocabulary, Function<JsonNode, List<Problem>> semantics) {
        this.schema = SchemaLoader.builder()
                .schemaJson(new JSONObject(schema.toString()))
                .draftV7Support()
                .build()
                .load()
                .build();
        this.coercion = new Coercion(schema);
        this.vocabulary = vocabulary;
        this.semantics = semantics;
    }

    public List<Problem> problems(JsonNode raw) {
        Modernised modern = new Modernised(raw, vocabulary.formers());
        JsonNode model = coercion.apply(modern.model());
        List<ValidationException> findings = findings(model);
        Wording wording = new Wording(model);
        List<Problem> problems = new ArrayList<>();
        findings.stream().flatMap(wording::of).forEach(problem -> add(problem, problems));
        List<String> misshapen = findings.stream()
                .filter(ModelCheck::isOfType)
                .map(Wording::pathOf)
                .toList();
        semantics.apply(WellShaped.of(model, findings)).stream()
                .filter(problem ->
                        misshapen.stream().noneMatch(place -> problem.path().startsWith(place + "/")))
                .forEach(problem -> add(problem, problems));
        return Stream.concat(
                        modern.problems().stream(),
                        problems.stream()
                                .filter(problem -> !isMisspelt(problem, problems))
                                .map(problem -> quoting(problem, model))
                                .map(modern::inOldTerms))
                .toList();
    }

    /** What is missing because its name is misspelt is told with the misspelt name. */
    private static boolean isMisspelt(Problem missing, List<Problem> problems) {
        int last = missing.path().lastIndexOf('/') + 1;
        String name = missing.path().substring(last);
        return missing.message().equals(Wording.missing(name))
                && problems.stream()
                        .anyMatch(problem -> problem.path().lastIndexOf('/') + 1 == last
                                && problem.path().startsWith(missing.path().substring(0, last))
                                && Nearest.question(name).equals(problem.remedy()));
    }

    private static void add(Problem problem, List<Problem> problems) {
        boolean told = problems.stream().anyMatch(known -> known.path().equals(problem.path()));
        if (!told) {
            problems.add(problem);
        }
    }

    /** Texts that are {@code true} or {@code false} were another word most of the time, which YAML has read. */
    private static Problem quoting(Problem problem, JsonNode model) {
        JsonNode value = model.at(problem.path());
        if (!value.isTextual() || !BOOLEANS.contains(value.textValue()) || problem.remedy() != null) {
            return problem;
        }
        return problem.mend(
                value.textValue().equals("false")
                        ? "if it was NO, off or another word that YAML reads as false, quote it, such as 'NO'"
                        : "if it was YES, on or another word that YAML reads as true, quote it, such as 'YES'");
    }

    private List<ValidationException> findings(JsonNode model) {
        try {
            schema.validate(new JSONObject(model.toString()));
            return List.of();
        } catch (ValidationException invalid) {
            // A value of the wrong type breaks other keywords too: its type is what is told.
            return leaves(invalid)
                    .sorted(Comparator.comparing(finding -> !isOfType(finding)))
                    .toList();
        }
    }

    private static boolean isOfType(ValidationException finding) {
        return "type".equals(finding.getKeyword());
    }

    private static Stream<ValidationException> leaves(ValidationException invalid) {
        return invalid.getCausingExceptions().isEmpty()
                ? Stream.of(invalid)
                : invalid.getCausingExceptions().stream().flatMap(ModelCheck::leaves);
    }
}
