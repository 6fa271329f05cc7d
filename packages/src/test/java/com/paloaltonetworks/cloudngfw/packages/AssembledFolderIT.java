package com.paloaltonetworks.cloudngfw.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders that register the types, as the build leaves them. */
class AssembledFolderIT {

    private static final Path REPOSITORY = Path.of("..");
    private static final long LARGEST_JAR = 25_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<PackagedType> types() {
        return PackagedType.all(REPOSITORY);
    }

    @ParameterizedTest
    @MethodSource("types")
    void holdsWhatTheToolsAskFor(PackagedType type) throws IOException {
        assertThat(type.folder())
                .isDirectoryContaining(file -> file.endsWith(".rpdk-config"))
                .isDirectoryContaining(file -> file.endsWith("pom.xml"))
                .isDirectoryContaining(file -> file.endsWith("resource-role.yaml"));
        assertThat(type.schema().path("typeName").asText()).isEqualTo(type.typeName());
        assertThat(type.jar().getFileName().toString())
                .matches(type.typeName().toLowerCase(Locale.ROOT).replace("::", "-") + "-handler-[0-9.]+\\.jar");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theJarIsSmallAndHoldsNothingForBuildTools(PackagedType type) throws IOException {
        assertThat(Files.size(type.jar())).isLessThan(LARGEST_JAR);
        try (JarFile jar = new JarFile(type.jar().toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains(type.handlerClass().replace('.', '/') + ".class")
                    .noneMatch(name -> name.matches(
                            "(.*/)?module-info\\.class|META-INF/(versions|maven)/.*|META-INF/.*\\.(SF|RSA|DSA)"))
                    .noneMatch(name -> name.startsWith("org/joda/")
                            || name.startsWith("io/netty/")
                            || name.startsWith("org/apache/commons/collections4/")
                            || name.startsWith("com/paloaltonetworks/cloudngfw/simulator/"));
            assertThat(names.stream().filter(name -> name.matches("paloaltonetworks-[a-z-]+\\.json")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSamTemplateNamesTheJarAndTheEntryPoint(PackagedType type) throws IOException {
        assertThat(Files.readString(REPOSITORY.resolve("template.yml")))
                .contains("Description: " + type.typeName() + "\n")
                .contains("Handler: " + type.handlerClass() + "::handleRequest\n")
                .contains("CodeUri: "
                        + REPOSITORY.relativize(type.jar()).toString().replace('\\', '/') + "\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aChangeOfTheSharedSettingsReachesTheType(PackagedType type, @TempDir Path temporary) throws IOException {
        ObjectNode shared =
                (ObjectNode) JSON.readTree(REPOSITORY.resolve(".rpdk-config").toFile());
        shared.put("runtime", "java21").withObject("/settings").put("protocolVersion", "1.0.0");
        Path copy = temporary.resolve("shared");
        JSON.writeValue(copy.toFile(), shared);
        Path module = REPOSITORY.resolve(type.module());
        String javaPackage = type.handlerClass().replaceFirst("\\.\\w+$", "");
        Path schema = REPOSITORY.resolve("resource-schemas").resolve(schemaName(type));

        new PackageFolder(module, javaPackage, schema, copy).writeTo(temporary.resolve("cfn"));

        ObjectNode expected = type.settings().deepCopy();
        expected.put("runtime", "java21").withObject("/settings").put("protocolVersion", "1.0.0");
        assertThat(new PackagedType(type.module(), temporary.resolve("cfn")).settings())
                .isEqualTo(expected)
                .isNotEqualTo(type.settings());
    }

    @Test
    void onlyTheRootHasSettings() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                found.addAll(settingsIn(module));
            }
        }
        assertThat(found).isEmpty();
        assertThat(REPOSITORY.resolve(".rpdk-config")).isRegularFile();
    }

    private static List<Path> settingsIn(Path module) throws IOException {
        try (Stream<Path> files = Files.find(module, 8, (file, attributes) -> file.endsWith(".rpdk-config"))) {
            return files.filter(file -> !module.relativize(file).startsWith("target")
                            && !module.getFileName().toString().equals("target"))
                    .toList();
        }
    }

    /** {@code cfn submit} reads the version as text from the type's own pom, and fails on anything but a literal. */
    @Test
    void allTypesNameTheHandlerRuntimeOfTheRootByALiteralVersion() throws IOException {
        String managed = runtimeVersion(REPOSITORY.resolve("pom.xml"));
        assertThat(managed).matches("[0-9.]+");
        for (PackagedType type : types()) {
            assertThat(runtimeVersion(type.folder().resolve("pom.xml"))).isEqualTo(managed);
        }
    }

    private static String runtimeVersion(Path pom) throws IOException {
        Matcher version = Pattern.compile(
                        "<artifactId>aws-cloudformation-rpdk-java-plugin</artifactId>\\s*<version>([^<]*)</version>")
                .matcher(Files.readString(pom));
        assertThat(version.find()).as(pom.toString()).isTrue();
        return version.group(1);
    }

    private static String schemaName(PackagedType type) {
        return type.typeName().toLowerCase(Locale.ROOT).replace("::", "-") + ".json";
    }
}
