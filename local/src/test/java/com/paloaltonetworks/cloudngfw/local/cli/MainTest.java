package com.paloaltonetworks.cloudngfw.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a script sees them, each in a state that the one before left. */
class MainTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULESTACK = """
            Parameters:
              Hidden: {Type: String, NoEcho: true, Default: shibboleth}
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
                  RuleStack: {Scope: Local, Description: !Ref Hidden}
                  RuleList:
                    - {RuleName: web, RuleListType: LocalRule, Priority: 10, Action: Allow}
              Net: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
            Outputs:
              Name: {Value: !Ref Policy}
              Vpc: {Value: !Ref Net}
            """;

    // Not JUnit's own choice of place: the handlers empty the temporary folder.
    private static final Path PLACE = Path.of("target", "cli");

    @TempDir(factory = InTarget.class)
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static final class InTarget implements org.junit.jupiter.api.io.TempDirFactory {
        @Override
        public Path createTempDirectory(
                org.junit.jupiter.api.extension.AnnotatedElementContext element,
                org.junit.jupiter.api.extension.ExtensionContext context)
                throws IOException {
            return Files.createTempDirectory(Files.createDirectories(PLACE), "state");
        }
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString(), "--seed", "1"));
        return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private JsonNode document() throws IOException {
        return JSON.readTree(out.toString());
    }

    private String template(String text) throws IOException {
        return Files.writeString(folder.resolve("t.yaml"), text).toString();
    }

    @Test
    void aStackLivesFromDeployToDelete() throws IOException {
        String file = template(RULESTACK);
        assertThat(run("deploy", file, "--stack-name", "q", "--json")).isZero();
        assertThat(document().fieldNames())
                .toIterable()
                .containsExactly(
                        "StackName",
                        "StackId",
                        "StackStatus",
                        "StackStatusReason",
                        "Changed",
                        "Outputs",
                        "Resources",
                        "Events");
        assertThat(document().path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(document().at("/Outputs/0")).hasToString("{\"OutputKey\":\"Name\",\"OutputValue\":\"edge\"}");
        assertThat(document().at("/Events/0/ResourceStatus").asText()).isEqualTo("CREATE_COMPLETE");

        assertThat(run("tenant", "--json")).isZero();
        JsonNode rulestack = document().at("/Rulestacks/0");
        assertThat(rulestack.path("CommitCount").asInt()).isEqualTo(1);
        assertThat(rulestack.path("Candidate")).isEqualTo(rulestack.path("Running"));

        assertThat(run("deploy", file, "--stack-name", "q", "--json")).isZero();
        assertThat(document().path("Changed").asBoolean()).isFalse();

        assertThat(run("drift", "q", "--json")).isZero();
        assertThat(document().path("StackDriftStatus").asText()).isEqualTo("IN_SYNC");

        assertThat(run("delete", "q", "--json")).isZero();
        assertThat(document().path("StackStatus").asText()).isEqualTo("DELETE_COMPLETE");
        assertThat(run("tenant", "--json")).isZero();
        assertThat(document().path("Rulestacks")).isEmpty();
        assertThat(run("list", "--json")).isZero();
        assertThat(document().path("Stacks")).isEmpty();
    }

    @Test
    void aHiddenParameterStandsInNoEventAndInNoFileButItsOwn() throws IOException {
        assertThat(run("deploy", template(RULESTACK), "--json")).isZero();
        assertThat(out.toString()).doesNotContain("shibboleth");
        try (Stream<Path> files = Files.walk(folder.resolve("state/stacks"))) {
            assertThat(files.filter(Files::isRegularFile).filter(MainTest::showsSecret))
                    .allSatisfy(file -> assertThat(file.toString()).endsWith(".secrets.json"));
        }
        assertThat(run("deploy", folder.resolve("t.yaml").toString(), "--json")).isZero();
        assertThat(document().path("Changed").asBoolean()).isFalse();
    }

    private static boolean showsSecret(Path file) {
        try {
            // The template holds the default in clear text; it is the user's own.
            JsonNode json = JSON.readTree(file.toFile());
            ((com.fasterxml.jackson.databind.node.ObjectNode) json).remove("template");
            return json.toString().contains("shibboleth");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFailedCreateExitsWithOneAndListsEveryProblem() throws IOException {
        String file = template(RULESTACK.replace("Priority: 10", "Priority: 0"));
        assertThat(run("deploy", file, "--json")).isEqualTo(1);
        assertThat(document().path("StackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(err.toString()).contains("/Resources/Policy/Properties/RuleList/0/Priority");
    }

    @Test
    void aWrongFrameExitsWithTwo() throws IOException {
        assertThat(run("deploy", template("Resources: {A: {}}"), "--json")).isEqualTo(2);
        assertThat(document().at("/Error/Code").asText()).isEqualTo("ValidationError");
        assertThat(document().at("/Problems/0/Path").asText()).isEqualTo("/Resources/A");
    }

    @Test
    void wrongUsageExitsWithTwo() throws IOException {
        assertThat(run("deploy", "--json")).isEqualTo(2);
        assertThat(document().at("/Error/Code").asText()).isEqualTo("UsageError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "describe q", "events q", "tenant"})
    void aWorldThatIsNoneIsWrongUsageOfEveryCommand(String command) throws IOException {
        assertThat(run("deploy", template("Resources: {V: {Type: 'AWS::EC2::VPC'}}"), "--stack-name", "q"))
                .isZero();
        String world = Files.writeString(folder.resolve("w.json"), "{\"Acount\":\"1\"}")
                .toString();
        assertThat(run((command + " --json --world " + world).split(" "))).isEqualTo(2);
        assertThat(document().at("/Error/Message").asText()).startsWith("World file: ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 4096, textBlock = """
            deplyo t.yaml              | There is no command deplyo                 | did you mean deploy?
            frobnicate                 | There is no command frobnicate             | the commands are delete, deploy
            validate --paramters A=b t | There is no option --paramters of validate | did you mean --parameters?
            validate                   | TEMPLATE is missing                        | ''
            list more                  | list takes no further word more            | ''
            """)
    void wrongWordsAreToldInOurOwnWords(String words, String message, String remedy) throws IOException {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.add("--json");
        assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(document().at("/Problems/0/Message").asText()).isEqualTo(message);
        assertThat(document().at("/Problems/0/Remedy").asText()).startsWith(remedy);
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message).contains("--help").doesNotContain("Usage:");
    }

    @Test
    void aWrongWorldFileListsAllItsProblems() throws IOException {
        String world = Files.writeString(
                        folder.resolve("world.json"),
                        "{\"Acount\":\"1\",\"Timings\":{\"CommitSeconds\":-1},\"TenantGeneration\":\"V3\"}")
                .toString();
        assertThat(run("tenant", "--world", world, "--json")).isEqualTo(2);
        assertThat(document().path("Problems"))
                .extracting(problem -> problem.path("Path").asText())
                .containsExactlyInAnyOrder("/Acount", "/Timings/CommitSeconds", "/TenantGeneration");
        assertThat(document().path("Problems"))
                .extracting(problem -> problem.path("Remedy").asText())
                .contains("did you mean Account?");
    }

    @Test
    void aMissingStackExitsWithOne() throws IOException {
        assertThat(run("describe", "nope", "--json")).isEqualTo(1);
        assertThat(document().at("/Error/Message").asText()).isEqualTo("Stack with id nope does not exist");
    }

    @Test
    void validateListsProblemsAndWritesNothing() throws IOException {
        String file = template("""
                Resources:
                  V: {Type: 'AWS::EC2::VPC', Properties: {CidrBlok: 10.0.0.0/16}}
                  X: {Type: 'Custom::X'}
                """);
        assertThat(run("validate", file, "--json")).isEqualTo(2);
        assertThat(document().path("Problems"))
                .extracting(problem -> problem.path("Remedy").asText())
                .containsExactlyInAnyOrder("did you mean CidrBlock?", "custom resources need a function in AWS");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void iamNeedsACapability() throws IOException {
        String file = template("Resources: {R: {Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {}}}}");
        assertThat(run("deploy", file, "--json")).isEqualTo(2);
        assertThat(document().at("/Error/Code").asText()).isEqualTo("InsufficientCapabilitiesException");
        assertThat(run("deploy", file, "--capabilities", "CAPABILITY_IAM", "--json"))
                .isZero();
    }

    @Test
    void stacksOfOneNameInTwoRegionsMustBeToldApart() throws IOException {
        String file = template("Resources: {V: {Type: 'AWS::EC2::VPC'}}");
        assertThat(run("deploy", file, "--stack-name", "q", "--region", "us-east-1"))
                .isZero();
        assertThat(run("deploy", file, "--stack-name", "q", "--region", "eu-west-1"))
                .isZero();
        assertThat(run("describe", "q")).isEqualTo(2);
        assertThat(err.toString()).contains("123456789012/eu-west-1, 123456789012/us-east-1");
        assertThat(run("describe", "q", "--region", "eu-west-1")).isZero();
    }
}
