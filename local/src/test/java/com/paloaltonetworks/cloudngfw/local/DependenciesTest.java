package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Whose code we build with: versions in one place, exact, and none with a grave advisory that is known here. The class path of
 * these tests holds what the packages ship, what the command line uses, and what tests it.
 */
class DependenciesTest {

    /** The CloudFormation CLI looks for a literal version of the handler runtime in a type's own pom. */
    private static final String RUNTIME = "aws-cloudformation-rpdk-java-plugin";

    private static final Set<String> WITH_THE_RUNTIME =
            Set.of("handler-core", "rulestack-handler", "rule-handler", "firewall-handler");

    private static final Set<String> USES = Set.of("dependency", "plugin", "extension", "path");

    private static final Pattern LIBRARY =
            Pattern.compile("^\\| ([^: |]+):([^ |]+) \\| ([^ |]+) \\|", Pattern.MULTILINE);

    private record Use(String module, String artifact, String version) {
        boolean isLiteral() {
            return version != null && !version.startsWith("${");
        }
    }

    @Test
    void versionsStandInTheRootPom() {
        List<Use> elsewhere = uses().stream()
                .filter(use -> !use.module().isEmpty() && use.isLiteral())
                .toList();
        assertThat(elsewhere).extracting(Use::artifact).containsOnly(RUNTIME);
        assertThat(elsewhere).extracting(Use::module).containsExactlyInAnyOrderElementsOf(WITH_THE_RUNTIME);
        String managed = uses().stream()
                .filter(use -> use.module().isEmpty() && use.artifact().equals(RUNTIME))
                .map(Use::version)
                .findFirst()
                .orElseThrow();
        assertThat(elsewhere).extracting(Use::version).containsOnly(managed);
    }

    @Test
    void aVersionIsSeenWhereverItStands() {
        String pom = """
                <project><build><plugins><plugin>
                  <executions><execution><id>a</id></execution></executions>
                  <artifactId>odd</artifactId> <!-- <version>none</version> -->
                  <configuration><version>not this one</version></configuration>
                  <version> 1.0-SNAPSHOT </version>
                </plugin></plugins></build></project>""";
        assertThat(usesIn("m", pom)).containsExactly(new Use("m", "odd", "1.0-SNAPSHOT"));
    }

    @Test
    void versionsAreExactAndReleased() {
        assertThat(uses())
                .hasSizeGreaterThan(80)
                .filteredOn(use -> use.version() != null)
                .allSatisfy(use -> assertThat(use.version())
                        .as(use.toString())
                        .doesNotContainPattern("SNAPSHOT|LATEST|RELEASE|[\\[(,]"));
    }

    @Test
    void everythingThatIsShippedIsLookedAt() {
        List<String> shipped = LIBRARY.matcher(text(Path.of("../licenses/third-party.md")))
                .results()
                .map(library ->
                        library.group(1).replace('.', '/') + "/" + library.group(2) + "/" + library.group(3) + "/")
                .toList();
        assertThat(shipped).hasSizeGreaterThan(50);
        assertThat(shipped)
                .filteredOn(library -> jars().noneMatch(jar -> jar.contains(library)))
                .isEmpty();
    }

    static List<JsonNode> advisories() {
        List<JsonNode> advisories = new ArrayList<>();
        TypeRegistry.json("/advisories.json").forEach(advisories::add);
        return advisories;
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void noVersionHereIsAffected(JsonNode advisory) {
        String[] library = advisory.path("Library").asText().split(":", -1);
        String place = "/" + library[0].replace('.', '/') + "/" + library[1] + "/";
        assertThat(jars().filter(jar -> jar.contains(place))
                        .map(jar -> jar.substring(jar.indexOf(place) + place.length())))
                .map(versionAndFile -> versionAndFile.substring(0, versionAndFile.indexOf('/')))
                .noneMatch(version -> isAffected(advisory, version));
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2021-44228, 2.14.1, true",
        "CVE-2021-44228, 2.12.1, true",
        "CVE-2021-44228, 2.12.2, false",
        "CVE-2021-44228, 2.15.0, false",
        "CVE-2022-1471, 1.33, true",
        "CVE-2022-1471, 2.0, false",
        "CVE-2023-2976, 31.1-jre, true",
        "CVE-2023-2976, 32.0.0-jre, false",
        "CVE-2023-5072, 20230618, true",
        "CVE-2023-5072, 20231013, false",
        "CVE-2024-21634, 1.10.4, true",
        "GHSA-72hv-8253-57qq, 2.20.2, true",
        "GHSA-72hv-8253-57qq, 2.21.1, false",
    })
    void anAffectedVersionWouldBeFound(String id, String version, boolean affected) {
        JsonNode advisory = advisories().stream()
                .filter(each -> each.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(isAffected(advisory, version)).isEqualTo(affected);
    }

    @Test
    void everyAdvisoryHasItsIdAndSource() {
        Set<String> seen = new HashSet<>();
        assertThat(advisories()).allSatisfy(advisory -> {
            assertThat(advisory.path("Id").asText()).matches("CVE-\\d{4}-\\d{4,}|GHSA(-[0-9a-z]{4}){3}");
            assertThat(advisory.path("Source").asText()).startsWith("https://");
            assertThat(seen.add(advisory.path("Id").asText()
                            + advisory.path("Library").asText()))
                    .isTrue();
        });
    }

    private static boolean isAffected(JsonNode advisory, String version) {
        try {
            return VersionRange.createFromVersionSpec(advisory.path("Affected").asText())
                    .containsVersion(new DefaultArtifactVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(advisory.toString(), e);
        }
    }

    /** The libraries of this JVM, whose places in the local repository tell group, artifact and version. */
    private static Stream<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> entry.replace(File.separatorChar, '/'));
    }

    private static List<Use> uses() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return Stream.concat(Stream.of(Path.of("..")), modules)
                    .filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                    .flatMap(module -> usesIn(module).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Use> usesIn(Path module) {
        return usesIn(Path.of("..").relativize(module).toString(), text(module.resolve("pom.xml")));
    }

    private static List<Use> usesIn(String module, String pom) {
        try {
            NodeList elements = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pom)))
                    .getElementsByTagName("*");
            return IntStream.range(0, elements.getLength())
                    .mapToObj(elements::item)
                    .filter(element -> USES.contains(element.getNodeName()))
                    .map(element -> new Use(module, child(element, "artifactId"), child(element, "version")))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String child(Node element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return null;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
