package com.paloaltonetworks.cloudngfw.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote and we ship, by the bill of materials. */
class LicencesIT {

    private static final Path BILL = Path.of("../target/bom.json");
    private static final Path TEXTS = Path.of("../licenses");

    /** The licences we know the terms of, and the file that has the text; the public domain needs none. */
    private static final Map<String, String> KNOWN = Map.of(
            "Apache-2.0", "Apache-2.0.txt",
            "MIT", "MIT.txt",
            "MIT-0", "MIT-0.txt",
            "Go License", "Go-License.txt",
            "Public Domain", "third-party.md");

    static List<PackagedType> types() {
        return PackagedType.all(Path.of(".."));
    }

    @Test
    void everyShippedLibraryHasALicenceThatWeKnow() throws IOException {
        assertThat(shipped().libraries())
                .hasSizeGreaterThan(50)
                .allSatisfy(library -> assertThat(library.licences())
                        .isNotEmpty()
                        .allSatisfy(licence -> assertThat(
                                        TEXTS.resolve(KNOWN.getOrDefault(licence, "text of '" + licence + "'")))
                                .isRegularFile()));
    }

    /** How to write it anew stands in this module's pom. */
    @Test
    void thePageNamesThemAll() throws IOException {
        assertThat(TEXTS.resolve("third-party.md")).hasContent(shipped().page());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theJarCarriesThePageAndTheTexts(PackagedType type) throws IOException {
        try (JarFile jar = new JarFile(type.jar().toFile())) {
            for (String file : KNOWN.values()) {
                assertThat(jar.getInputStream(jar.getEntry("META-INF/licenses/" + file)))
                        .hasSameContentAs(Files.newInputStream(TEXTS.resolve(file)));
            }
        }
    }

    private static ThirdParty shipped() throws IOException {
        assumeThat(BILL)
                .as("Maven's plugin writes no bill of materials offline")
                .isRegularFile();
        return ThirdParty.in(BILL);
    }
}
