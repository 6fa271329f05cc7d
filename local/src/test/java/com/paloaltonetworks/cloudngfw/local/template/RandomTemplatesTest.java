package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.CloudOptions;
import com.paloaltonetworks.cloudngfw.local.cloud.DeployRequest;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.cloud.Rehearsal;
import com.paloaltonetworks.cloudngfw.local.cloud.StackName;
import com.paloaltonetworks.cloudngfw.local.plan.Decisions;
import com.paloaltonetworks.cloudngfw.local.plan.DeployPlan;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a template holds, the engine ends soon, with a result or with a list of problems, each of them at a place of the
 * template. The bound in seconds only tells an end from none.
 */
class RandomTemplatesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Never made: a look and a rehearsal leave no trace. */
    private static final CloudOptions NOWHERE =
            new CloudOptions(Path.of("target", "random-templates"), 1L, false, null, Map.of());

    private static final List<String> TEXTS = texts();

    private static final List<ObjectNode> DOCUMENTS =
            TEXTS.stream().map(TemplateReader::read).toList();

    private static LocalCloud cloud;

    @BeforeContainer
    static void open() {
        cloud = LocalCloud.look(NOWHERE, new Decisions());
    }

    @AfterContainer
    static void close() {
        cloud.close();
    }

    @Property
    void everyProblemOfAnyDocumentHasAPlace(@ForAll("documents") List<ObjectNode> documents) {
        documents.forEach(document -> validate(document.toString()));
    }

    @Property
    void everyProblemOfAnEditedTemplateHasAPlace(@ForAll("editedDocuments") List<ObjectNode> documents) {
        documents.forEach(document -> validate(document.toString()));
    }

    @Property
    void everyProblemOfASpoiltTextHasAPlace(@ForAll("spoiltTexts") List<String> texts) {
        texts.forEach(RandomTemplatesTest::validate);
    }

    @Property
    void aFunctionOfAnythingHasAResultOrAProblem(@ForAll("calls") List<ObjectNode> calls) {
        calls.forEach(call -> {
            ObjectNode document = DOCUMENTS.get(0).deepCopy();
            document.withObjectProperty("Outputs").putObject("Random").set("Value", call);
            validate(document.toString());
            ((ObjectNode) document.at("/Resources/Policy/Properties/RuleStack")).set("Description", call);
            validate(document.toString());
        });
    }

    @Property
    void aRehearsalOfAnEditedTemplateEndsInAPlanOrInProblems(@ForAll("editedDocument") ObjectNode document) {
        rehearse(document);
    }

    @Property
    void aRehearsalOfAnyDocumentEndsInAPlanOrInProblems(@ForAll("document") ObjectNode document) {
        rehearse(document);
    }

    private static List<Problem> validate(String text) {
        List<Problem> problems = assertTimeoutPreemptively(SOON, () -> cloud.validate(request(text)), text);
        assertPlaced(problems, text);
        return problems;
    }

    private static void rehearse(ObjectNode document) {
        String text = document.toString();
        try {
            DeployPlan plan =
                    assertTimeoutPreemptively(SOON, () -> new Rehearsal(NOWHERE, () -> {}).of(request(text)), text);
            assertThat(plan.stack().getEvents().toString()).doesNotContain("InternalFailure");
            assertPlaced(plan.problems(), text);
        } catch (TemplateRejected rejected) {
            assertThat(rejected.getProblems()).isNotEmpty();
            assertPlaced(rejected.getProblems(), text);
        } catch (StackFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static DeployRequest request(String text) {
        Set<String> capabilities = Set.of("CAPABILITY_NAMED_IAM");
        return new DeployRequest(new StackName("random", null, null), text, Map.of(), Map.of(), capabilities, false);
    }

    /** In the document, or right below something that is in it, where something is missing. */
    private static void assertPlaced(List<Problem> problems, String text) {
        JsonNode document = documentOf(text);
        for (Problem problem : problems) {
            String parent =
                    problem.path().substring(0, Math.max(0, problem.path().lastIndexOf('/')));
            assertThat(problem.message()).isNotBlank();
            assertThat(document.at(parent).isMissingNode())
                    .as("%s in %s", problem, text)
                    .isFalse();
        }
    }

    private static JsonNode documentOf(String text) {
        try {
            ObjectNode document = TemplateReader.survey(text).document();
            document.path("Resources").forEach(RandomTemplatesTest::withProperties);
            return document;
        } catch (TemplateRejected unreadable) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** No properties are none of them. */
    private static void withProperties(JsonNode resource) {
        if (resource instanceof ObjectNode object && !object.has("Properties")) {
            object.putObject("Properties");
        }
    }

    @Provide
    Arbitrary<ObjectNode> document() {
        return RandomTrees.documents();
    }

    @Provide
    Arbitrary<List<ObjectNode>> documents() {
        return RandomTrees.documents().list().ofSize(3);
    }

    @Provide
    Arbitrary<ObjectNode> editedDocument() {
        return Combinators.combine(
                        Arbitraries.of(DOCUMENTS),
                        TreeEdit.edits().list().ofMinSize(1).ofMaxSize(5))
                .as((document, edits) -> {
                    ObjectNode edited = document.deepCopy();
                    edits.forEach(edit -> edit.apply(edited));
                    return edited;
                });
    }

    @Provide
    Arbitrary<List<ObjectNode>> editedDocuments() {
        return editedDocument().list().ofSize(3);
    }

    @Provide
    Arbitrary<List<String>> spoiltTexts() {
        return Combinators.combine(
                        Arbitraries.of(TEXTS),
                        TextEdit.edits().list().ofMinSize(1).ofMaxSize(4))
                .as((text, edits) -> {
                    String spoilt = text;
                    for (TextEdit edit : edits) {
                        spoilt = edit.apply(spoilt);
                    }
                    return spoilt;
                })
                .list()
                .ofSize(3);
    }

    @Provide
    Arbitrary<List<ObjectNode>> calls() {
        return RandomTrees.calls(RandomTrees.values()).list().ofSize(5);
    }

    private static List<String> texts() {
        try (Stream<Path> examples = Files.list(Path.of("..", "examples"))) {
            return Stream.concat(
                            Stream.of(Path.of("src", "test", "resources", "random", "every-function.yaml")),
                            examples.filter(file -> file.toString().endsWith(".yaml"))
                                    .sorted())
                    .map(RandomTemplatesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
