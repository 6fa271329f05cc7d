package com.paloaltonetworks.cloudngfw.local.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.Terminal;
import com.paloaltonetworks.cloudngfw.local.published.SupersetTest.Published;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of docs/compatibility.md that says what is told of a value that the published schema takes. */
class RefusedValuesTest {

    private static final String HEADING = "## Values that the published schemas take and the service refuses";

    private static final ObjectNode RIGHT = TemplateReader.read("""
            NGFW:
              Type: PaloAltoNetworks::CloudNGFW::NGFW
              Properties:
                FirewallName: edge
                AccountId: '123456789012'
                VpcId: vpc-0a1b2c3d4e5f60718
                EndpointMode: ServiceManaged
                SubnetMappings:
                  - SubnetId: subnet-0a1b2c3d4e5f60711
                LogDestinationConfigs:
                  - {LogType: TRAFFIC, LogDestinationType: S3, LogDestination: a}
                  - {LogType: THREAT, LogDestinationType: S3, LogDestination: b}
            RuleStack:
              Type: PaloAltoNetworks::CloudNGFW::RuleStack
              Properties:
                RuleStackName: edge
                SecurityObjects:
                  PrefixLists: [{Name: offices, PrefixList: [10.0.0.0/8]}]
                  FqdnLists: [{Name: partners, FqdnList: [partner.example]}]
                  CustomUrlCategories: [{Name: games, URLTargets: [games.example/]}]
                  CertificateObjects: [{Name: signer, CertificateSignerArn: 'arn:aws:secretsmanager:us-east-1:1:secret:s'}]
                  IntelligentFeeds:
                    - {Name: addresses, Type: IP_LIST, FeedURL: 'https://feeds.example.com/', Frequency: HOURLY}
                CustomSecurityProfiles:
                  FileBlocking: {FileType: exe}
                RuleList:
                  - {RuleName: first, RuleListType: LocalRule, Priority: 100}
                  - {RuleName: second, RuleListType: LocalRule, Priority: 200, ProtPortList: ['TCP:443']}
            """);

    /** A row of the table. */
    record Refused(String type, String path, String value, String told) {

        ObjectNode resource() {
            ObjectNode resource = RIGHT.path(type).deepCopy();
            List<String> steps = new ArrayList<>(List.of(path.split("/")));
            String last = steps.remove(steps.size() - 1);
            JsonNode at = resource.path("Properties");
            for (int i = 0; i < steps.size(); i++) {
                String next = i + 1 < steps.size() ? steps.get(i + 1) : last;
                at = member(at, steps.get(i), isIndex(next));
            }
            set(at, last);
            return resource;
        }

        private static boolean isIndex(String step) {
            return Character.isDigit(step.charAt(0));
        }

        private static JsonNode member(JsonNode parent, String step, boolean list) {
            if (parent instanceof ArrayNode array) {
                return array.get(Integer.parseInt(step));
            }
            ObjectNode object = (ObjectNode) parent;
            return list ? object.withArrayProperty(step) : object.withObjectProperty(step);
        }

        private void set(JsonNode parent, String last) {
            if (value.equals("none")) {
                ((ObjectNode) parent).remove(last);
            } else if (parent instanceof ArrayNode array) {
                array.removeAll().add(json());
            } else {
                ((ObjectNode) parent).set(last, json());
            }
        }

        JsonNode json() {
            return Terminal.json(value);
        }
    }

    static List<Refused> rows() throws IOException {
        return CompatibilityTable.cells(HEADING).stream()
                .map(cells -> new Refused(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePublishedSchemaTakesIt(Refused row) {
        Published type = row.type().equals("NGFW") ? Published.NGFW : Published.RULE_STACK;
        String path = row.path().replaceAll("/\\d+", "/*");
        Map<String, String> facets = type.restated().properties().get(path);
        assertThat(facets).as(path).isNotNull();
        if (row.value().equals("none")) {
            assertThat(facets).doesNotContainKey("required");
        } else if (row.json().isTextual()) {
            String text = row.json().asText();
            String[] chars = facets.getOrDefault("chars", "..").split("\\.\\.", -1);
            assertThat(facets.get("type")).isEqualTo("string");
            assertThat(text).matches(facets.getOrDefault("like", ".*"));
            assertThat(text.length())
                    .isBetween(
                            chars[0].isEmpty() ? 0 : Integer.parseInt(chars[0]),
                            chars[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(chars[1]));
            assertThat(List.of(facets.getOrDefault("words", text).split(","))).contains(text);
        }
    }

    @Test
    void validateTellsEachAtItsPlace() throws IOException {
        List<Refused> rows = rows();
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < rows.size(); i++) {
            template.withObjectProperty("Resources").set("Row" + i, rows.get(i).resource());
        }
        template.withObjectProperty("Resources").setAll(RIGHT);
        Terminal terminal = new Terminal();
        JsonNode problems = terminal.exits(2, "validate", terminal.file("t.json", template.toString()))
                .path("Problems");
        List<String> told = new ArrayList<>();
        problems.forEach(problem -> told.add(problem.path("Path").asText() + ": "
                + problem.path("Message").asText().replaceAll("/Resources/Row\\d+/Properties", "")));
        List<String> untold = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String place = "/Resources/Row" + i + "/Properties/" + rows.get(i).path();
            String words = rows.get(i).told();
            if (told.stream().noneMatch(line -> line.startsWith(place) && line.contains(words))) {
                untold.add(rows.get(i).toString());
            }
        }
        assertThat(untold).as(String.join("\n", told)).isEmpty();
        assertThat(problems)
                .filteredOn(problem -> problem.path("Severity").asText().equals("error"))
                .extracting(problem -> problem.path("Path").asText())
                .noneMatch(path -> path.startsWith("/Resources/NGFW/") || path.startsWith("/Resources/RuleStack/"));
    }
}
