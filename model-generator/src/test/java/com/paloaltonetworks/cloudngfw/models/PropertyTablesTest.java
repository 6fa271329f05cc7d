package com.paloaltonetworks.cloudngfw.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyTablesTest {

    private static final Path SCHEMAS = Path.of("../resource-schemas");
    private static final Path PAGES = Path.of("../docs/types");

    @ParameterizedTest
    @MethodSource("schemas")
    void aPageSaysWhatItsSchemaSays(Path schema) throws IOException {
        assertThat(Files.readString(PAGES.resolve(PropertyTables.pageName(schema))))
                .as("regenerate with: mvn -q -pl model-generator compile exec:java")
                .isEqualTo(PropertyTables.page(schema));
    }

    @Test
    void everyPageHasASchema() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            schemas().stream().map(PropertyTables::pageName).toList());
        }
    }

    static List<Path> schemas() throws IOException {
        return PropertyTables.schemasIn(SCHEMAS);
    }
}
