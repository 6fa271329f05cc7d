package com.paloaltonetworks.cloudngfw.packages;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one type that {@code cfn validate}, {@code cfn test} and {@code cfn submit} take as it is: {@code .rpdk-config},
 * the schema, {@code resource-role.yaml}, the module's {@code pom.xml}, and whatever is written by hand for it
 * ({@code inputs/}, {@code prerequisites.yaml}). The jar joins it as {@code target/<name>-handler-<version>.jar} when the
 * module is packaged.
 *
 * @param module the folder of the type's module, with {@code pom.xml}, {@code src/cfn} and compiled {@code target/classes}
 * @param javaPackage where the type's entry point is
 * @param schemaFile the resource schema, named like the type in lower case with hyphens
 * @param sharedSettings the {@code .rpdk-config} that all types share
 */
public record PackageFolder(Path module, String javaPackage, Path schemaFile, Path sharedSettings) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter.Indenter INDENTER = new DefaultIndenter("  ", "\n");

    /**
     * Assembles one folder.
     *
     * @param args the module's folder, its Java package, the schema file, the shared {@code .rpdk-config}, the folder to write
     */
    public static void main(String[] args) throws IOException {
        new PackageFolder(Path.of(args[0]), args[1], Path.of(args[2]), Path.of(args[3])).writeTo(Path.of(args[4]));
    }

    /**
     * Replaces the folder.
     *
     * @throws IllegalArgumentException when schema, file name and shared settings contradict each other
     * @throws java.nio.file.FileAlreadyExistsException when a file in {@code src/cfn} has the name of a derived one
     */
    public void writeTo(Path folder) throws IOException {
        JsonNode schema = JSON.readTree(schemaFile.toFile());
        TypeName type = new TypeName(schema.path("typeName").asText());
        if (!schemaFile.getFileName().toString().equals(type.hyphenated() + ".json")) {
            throw new IllegalArgumentException(
                    schemaFile + " holds " + type.text() + ", its name must be " + type.hyphenated() + ".json");
        }
        delete(folder);
        Files.createDirectories(folder.resolve("target"));
        copyHandWritten(folder);
        Files.copy(module.resolve("pom.xml"), folder.resolve("pom.xml"));
        Files.copy(schemaFile, folder.resolve(schemaFile.getFileName()));
        write(
                folder.resolve("resource-role.yaml"),
                ExecutionRole.of(type, schema).yaml());
        write(folder.resolve(".rpdk-config"), settings(type));
    }

    private String settings(TypeName type) throws IOException {
        ObjectNode settings = new TypeSettings(type, javaPackage, this::isCompiled)
                .derivedFrom((ObjectNode) JSON.readTree(sharedSettings.toFile()));
        return JSON.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(INDENTER)
                                .withArrayIndenter(INDENTER))
                        .writeValueAsString(settings)
                + "\n";
    }

    private boolean isCompiled(String className) {
        return Files.exists(module.resolve("target/classes").resolve(className.replace('.', '/') + ".class"));
    }

    private void copyHandWritten(Path folder) throws IOException {
        Path handWritten = module.resolve("src/cfn");
        for (Path source : walk(handWritten)) {
            Path copy = folder.resolve(handWritten.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(source, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path each : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
        }
    }

    /** The folder and all below it, parents first; nothing when it does not exist. */
    private static List<Path> walk(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
