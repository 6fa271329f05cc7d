package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template that people would copy, from its first deploy to an empty tenant. */
class ExamplesTest {

    private static final Path FOLDER = Path.of("..", "examples");
    private static final Pattern COMMITS = Pattern.compile("Commits: (at most )?(\\d+)");
    private static final Pattern CAPABILITY = Pattern.compile("CAPABILITY_[A-Z_]+");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreAtLeastSix() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleDeploysUpdatesShowsNoDriftAndDeletes(Path example) throws IOException {
        Terminal terminal = new Terminal();
        String text = Files.readString(example);
        String header = header(text);

        JsonNode created = terminal.succeeds(deploy(example.toString(), header));
        assertThat(created.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(created.path("Outputs")).isNotEmpty();
        terminal.assertNothingUncommitted();
        assertCommits(header, terminal.tenant());
        assertThat(terminal.succeeds(deploy(example.toString(), header))
                        .path("Changed")
                        .asBoolean())
                .isFalse();
        assertInSync(terminal);

        String changed = terminal.file("changed.json", changed(text).toString());
        JsonNode updated = terminal.succeeds(deploy(changed, header));
        assertThat(updated.path("StackStatus").asText()).isEqualTo("UPDATE_COMPLETE");
        terminal.assertNothingUncommitted();
        assertThat(terminal.tenant().path("Rulestacks")).allSatisfy(ExamplesTest::assertChanged);
        assertInSync(terminal);

        terminal.succeeds("delete", "example");
        terminal.assertEmptyTenant();
    }

    /** The comment at the top, which states commits and capabilities. */
    private static String header(String text) {
        return text.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    private static String[] deploy(String file, String header) {
        List<String> words = new ArrayList<>(List.of("deploy", file, "--stack-name", "example"));
        CAPABILITY
                .matcher(header)
                .results()
                .map(MatchResult::group)
                .forEach(capability -> words.addAll(List.of("--capabilities", capability)));
        return words.toArray(String[]::new);
    }

    private static void assertCommits(String header, JsonNode tenant) {
        Matcher stated = COMMITS.matcher(header);
        assertThat(stated.find()).as("the header states its commits").isTrue();
        int most = Integer.parseInt(stated.group(2));
        int commits = tenant.path("Rulestacks").findValues("CommitCount").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        assertThat(commits).isBetween(stated.group(1) == null ? most : 1, most);
    }

    private static void assertInSync(Terminal terminal) {
        JsonNode drift = terminal.succeeds("drift", "example");
        assertThat(drift.path("StackDriftStatus").asText())
                .as(drift.toPrettyString())
                .isEqualTo("IN_SYNC");
    }

    /** The template with something changed in each resource of ours. */
    private static ObjectNode changed(String text) {
        ObjectNode template = TemplateReader.read(text);
        template.path("Resources").forEach(resource -> {
            if (resource.path("Properties") instanceof ObjectNode properties) {
                change(resource.path("Type").asText(), properties);
            }
        });
        return template;
    }

    private static void change(String type, ObjectNode properties) {
        switch (type) {
            case "PaloAltoNetworks::CloudNGFW::RuleStack" -> {
                ((ObjectNode) properties.path("RuleStack")).put("Description", "changed");
                properties.path("RuleList").forEach(rule -> tag((ObjectNode) rule));
                tag(properties);
            }
            case "PaloAltoNetworks::CloudNGFW::SecurityRule" -> tag(properties.put("Description", "changed"));
            case "PaloAltoNetworks::CloudNGFW::NGFW" -> tag(properties.put("Description", "changed"));
            default -> {} // somebody else's
        }
    }

    private static void tag(ObjectNode properties) {
        properties.withArray("Tags").addObject().put("Key", "Changed").put("Value", "yes");
    }

    private static void assertChanged(JsonNode rulestack) {
        assertThat(rulestack.at("/Running/Entry/Description").asText()).isEqualTo("changed");
        assertThat(rulestack.at("/Running/Rules/LocalRule"))
                .allSatisfy(rule -> assertThat(rule.at("/RuleEntry/Tags").toString())
                        .contains("{\"Key\":\"Changed\",\"Value\":\"yes\"}"));
    }
}
