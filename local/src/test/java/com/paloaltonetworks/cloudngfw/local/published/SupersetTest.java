package com.paloaltonetworks.cloudngfw.local.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.local.published.CompatibilityTable.Row;
import com.paloaltonetworks.cloudngfw.local.published.SchemaDifferences.Difference;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our schemas take what the vendor's published ones take. Everywhere that they differ stands in docs/compatibility.md, with
 * its reason; and what stands there is so.
 */
class SupersetTest {

    private static final String WIDER = "### Wider, new or told differently";
    private static final String NARROWER = "### Narrower";

    /** The two types that the vendor has published. */
    enum Published {
        NGFW("ngfw", "2.0.0"),
        RULE_STACK("rulestack", "2.0.2");

        private final String name;
        private final String version;

        Published(String name, String version) {
            this.name = name;
            this.version = version;
        }

        SchemaFacts restated() {
            return SchemaFacts.restated(lines("/published/" + name + "-" + version + ".txt"));
        }

        SchemaFacts here() {
            return SchemaFacts.of(TypeRegistry.json("/paloaltonetworks-cloudngfw-" + name + ".json"));
        }

        String file() {
            return "paloaltonetworks-cloudngfw-" + name + "-" + version + ".json";
        }

        String typeName() {
            return here().ofType().get("typeName");
        }

        List<Difference> differences(boolean narrower) {
            return SchemaDifferences.between(restated(), here()).stream()
                    .filter(difference -> difference.narrower() == narrower)
                    .toList();
        }

        private static List<String> lines(String resource) {
            try (InputStream in = SupersetTest.class.getResourceAsStream(resource)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsNarrowerIsListedAsNarrower(Published type) throws IOException {
        assertAllListed(type, type.differences(true), CompatibilityTable.differences(NARROWER));
    }

    @ParameterizedTest
    @EnumSource
    void whateverElseDiffersIsListedToo(Published type) throws IOException {
        assertAllListed(type, type.differences(false), CompatibilityTable.differences(WIDER));
    }

    private static void assertAllListed(Published type, List<Difference> differences, List<Row> rows) {
        assertThat(differences)
                .filteredOn(difference -> rows.stream().noneMatch(row -> row.covers(type.typeName(), difference)))
                .as("differences of " + type.typeName() + " that docs/compatibility.md does not list")
                .isEmpty();
    }

    @Test
    void everyListedDifferenceIsThereAndHasItsReason() throws IOException {
        for (boolean narrower : List.of(true, false)) {
            assertThat(CompatibilityTable.differences(narrower ? NARROWER : WIDER))
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.why()).isNotBlank();
                        assertThat(covered(row, narrower)).as(row.toString()).isNotEmpty();
                    });
        }
    }

    private static List<String> covered(Row row, boolean narrower) {
        List<String> covered = new ArrayList<>();
        for (Published type : Published.values()) {
            type.differences(narrower).stream()
                    .filter(difference -> row.covers(type.typeName(), difference))
                    .forEach(difference -> covered.add(type + " " + difference.path()));
        }
        return covered;
    }

    @ParameterizedTest
    @EnumSource
    void everyPublishedPatternTakesItsSamples(Published type) {
        type.restated().properties().forEach((path, facets) -> {
            String pattern = facets.get("like");
            if (pattern != null) {
                assertThat(SchemaDifferences.SAMPLES.get(pattern))
                        .as(pattern)
                        .isNotEmpty()
                        .allMatch(Pattern.compile(pattern).asPredicate());
            }
        });
    }

    /** The registry lets a template get what the schema names as read-only. */
    @ParameterizedTest
    @EnumSource
    void everyAttributeOfThePublishedTypeIsOneOfOurs(Published type) {
        SchemaFacts here = type.here();
        assertThat(type.restated().properties().keySet())
                .filteredOn(path -> type.restated().facet(path, "read-only") != null)
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(here.facet(path, "read-only")).as(path).isNotNull());
    }

    /** The comparison itself: each way in which a schema may narrow another is found. */
    @Test
    void aNarrowerSchemaIsFoundOut() {
        SchemaFacts published = SchemaFacts.restated(List.of(
                ": primaryIdentifier Name",
                ": definitions Tag",
                "Name string required chars=1..128 like=^[a-zA-Z0-9-]+$",
                "Kind string words=A,B",
                "Note string",
                "Gone string",
                "Tags array items=..200",
                "Hour integer value=0..23",
                "Made string"));
        SchemaFacts narrow = SchemaFacts.restated(List.of(
                ": primaryIdentifier Name Kind",
                ": definitions Other",
                "Name string required create-only chars=1..64 like=^[a-z]+$",
                "Kind string words=A required",
                "Note string chars=..10",
                "Tags array items=1..50",
                "Hour number value=1..23",
                "Made string read-only",
                "More string required"));
        Map<String, Integer> count = new TreeMap<>();
        SchemaDifferences.between(published, narrow).forEach(difference -> {
            assertThat(difference.narrower()).as(difference.toString()).isTrue();
            count.merge(difference.path(), 1, Integer::sum);
        });
        assertThat(count.keySet())
                .containsExactly(
                        "Gone", "Hour", "Kind", "Made", "Name", "Note", "Tags", "definitions/Tag", "primaryIdentifier");
        assertThat(count).containsEntry("Name", 3).containsEntry("Kind", 2).containsEntry("Hour", 2);
        assertThat(SchemaDifferences.between(published, published)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRestatedFactsAreThoseOfThePublishedSchemaWhereThatIsAtHand(Published type) throws IOException {
        Path file = Path.of("").toAbsolutePath();
        while (file != null && !Files.isRegularFile(file.resolve("shared/data/published-types/" + type.file()))) {
            file = file.getParent();
        }
        assumeTrue(file != null, "shared/data/published-types is not at hand");
        Path found = file.resolve("shared/data/published-types/" + type.file());
        assertThat(type.restated()).isEqualTo(SchemaFacts.of(new ObjectMapper().readTree(found.toFile())));
    }
}
